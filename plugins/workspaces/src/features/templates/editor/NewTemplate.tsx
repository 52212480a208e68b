import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useNavigate } from 'react-router-dom';
import { PageFrame } from '../../../components';
import { useFreshStart, useTranslation } from '../../../hooks';
import { readFormDraft, useFormDraft } from '../../../hooks/useFormDraft';
import { useStillThere } from '../../../hooks/useStillThere';
import { templateRouteRef, templatesRouteRef } from '../../../routes';
import { namespaceOf } from '../place';
import { DraftNotice } from './DraftNotice';
import { newDraftKey, newDraftSchema, packNewDraft } from './drafts';
import { ImportDialog } from './ImportDialog';
import { TemplateForm, useTemplateForm } from './TemplateForm';
import { useCreateOnce } from './useCreateOnce';
import { useSave } from './useSave';
import { templateValuesOf, toTemplateRequest } from './values';
import type { TemplateValues } from './values';

interface NewTemplateProps {
  me: Me;
  start: TemplateValues;
  /** What it starts from, so that each start has a draft of its own. */
  source: string;
  /** Whether it should have started from that source, which is not there. */
  missing: boolean;
}

/** The form of a new template. */
export function NewTemplate(props: NewTemplateProps) {
  const [round, startAfresh] = useFreshStart();
  return <NewTemplateForm key={round} {...props} onDiscard={startAfresh} />;
}

function NewTemplateForm(props: NewTemplateProps & { onDiscard(): void }) {
  const { me, start, source } = props;
  const { t } = useTranslation();
  const createOnce = useCreateOnce(me);
  const navigate = useNavigate();
  const page = useRouteRef(templateRouteRef);
  const list = useRouteRef(templatesRouteRef)();
  const [importing, setImporting] = useState(false);
  const key = newDraftKey(me.email, source);
  // What it started from may go or come while it is filled in.
  const [missing] = useState(props.missing);
  const [restored] = useState(() => readFormDraft(key, newDraftSchema));
  const form = useTemplateForm(restored?.values ?? start);
  const draft = useFormDraft(key, form, packNewDraft);
  const isStillThere = useStillThere();
  const [saving, save] = useSave(form);

  const create = (values: TemplateValues) =>
    save(async () => {
      const team = values.team || undefined;
      const request = toTemplateRequest(values);
      await createOnce(team, request);
      draft.finish();
      const namespace = namespaceOf(me, team);
      if (isStillThere())
        navigate(page({ namespace, name: request.name }), { replace: true });
    });

  return (
    <PageFrame
      title={t('templates.new')}
      back="templates"
      actions={
        <Button onClick={() => setImporting(true)}>
          {t('templates.import.open')}
        </Button>
      }
    >
      {missing && !restored && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('templates.missing', { source })}
        </Alert>
      )}
      {restored && (
        <DraftNotice
          savedAt={restored.savedAt}
          onDiscard={() => {
            draft.finish();
            props.onDiscard();
          }}
        />
      )}
      <TemplateForm
        me={me}
        form={form}
        fresh
        saving={saving}
        onSave={create}
        onCancel={() => navigate(list)}
      />
      {importing && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onImport={({ metadata, spec }) => {
            form.reset({
              ...form.getValues(),
              ...templateValuesOf(spec),
              name: metadata.name,
            });
            setImporting(false);
          }}
        />
      )}
    </PageFrame>
  );
}
