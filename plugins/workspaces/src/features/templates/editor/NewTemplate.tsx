import { useState } from 'react';
import Button from '@mui/material/Button';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useNavigate } from 'react-router-dom';
import { butlerApiRef } from '../../../api';
import { PageFrame } from '../../../components';
import { useTranslation } from '../../../hooks';
import {
  draftKey,
  readFormDraft,
  useFormDraft,
} from '../../../hooks/useFormDraft';
import { templateRouteRef, templatesRouteRef } from '../../../routes';
import { namespaceOf } from '../place';
import { ImportDialog } from './ImportDialog';
import { TemplateForm, useTemplateForm } from './TemplateForm';
import { useSave } from './useSave';
import {
  templateValuesOf,
  templateValuesSchema,
  toTemplateRequest,
} from './values';
import type { TemplateValues } from './values';

interface NewTemplateProps {
  me: Me;
  start: TemplateValues;
  /** What it starts from, so that each start has a draft of its own. */
  source: string;
}

const asTheyAre = (values: TemplateValues) => values;

/** The form of a new template. */
export function NewTemplate({ me, start, source }: NewTemplateProps) {
  const { t } = useTranslation();
  const api = useApi(butlerApiRef);
  const navigate = useNavigate();
  const page = useRouteRef(templateRouteRef);
  const list = useRouteRef(templatesRouteRef)();
  const [importing, setImporting] = useState(false);
  const key = draftKey(me.email, 'new-template', source);
  const [restored] = useState(() => readFormDraft(key, templateValuesSchema));
  const form = useTemplateForm(restored ?? start);
  const draft = useFormDraft(key, form, asTheyAre);
  const [saving, save] = useSave(form);

  const create = (values: TemplateValues) =>
    save(async () => {
      const team = values.team || undefined;
      const request = toTemplateRequest(values);
      await api.createTemplate(team, request);
      draft.finish();
      const namespace = namespaceOf(me, team);
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
      <TemplateForm
        me={me}
        form={form}
        fresh
        saving={saving}
        onSave={create}
        onCancel={() => {
          draft.finish();
          navigate(list);
        }}
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
