import { useCallback, useState } from 'react';
import Alert from '@mui/material/Alert';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Me, TemplateDetails } from '@butler-portal/plugin-butler-common';
import { useNavigate } from 'react-router-dom';
import { z } from 'zod';
import { butlerApiRef } from '../../../api';
import type { TemplatePlace } from '../../../api';
import { PageFrame } from '../../../components';
import { useFreshStart, useTranslation } from '../../../hooks';
import {
  draftKey,
  readFormDraft,
  useFormDraft,
} from '../../../hooks/useFormDraft';
import { useStillThere } from '../../../hooks/useStillThere';
import { templateRouteRef } from '../../../routes';
import { DraftNotice } from './DraftNotice';
import { StaleNotice } from './StaleNotice';
import { TemplateForm, useTemplateForm } from './TemplateForm';
import { useSave } from './useSave';
import {
  templateValuesOf,
  templateValuesSchema,
  toTemplateRequest,
} from './values';
import type { TemplateValues } from './values';

interface EditTemplateProps {
  me: Me;
  place: TemplatePlace;
  loaded: TemplateDetails;
}

function valuesOf(
  { team = '', name }: TemplatePlace,
  { spec }: TemplateDetails,
): TemplateValues {
  return { ...templateValuesOf(spec), team, name };
}

// What was typed belongs to the version that it was typed over.
const draftSchema = z.object({
  values: templateValuesSchema,
  savedAt: z.number(),
  opened: z.custom<TemplateDetails>(
    value => typeof value === 'object' && value !== null && 'spec' in value,
  ),
});

/** The form of a template that exists. It is saved over the version that was opened, and no other. */
export function EditTemplate(props: EditTemplateProps) {
  const [round, startAfresh] = useFreshStart();
  return <EditTemplateForm key={round} {...props} onDiscard={startAfresh} />;
}

function EditTemplateForm(props: EditTemplateProps & { onDiscard(): void }) {
  const { me, place, loaded } = props;
  const { t } = useTranslation();
  const api = useApi(butlerApiRef);
  const navigate = useNavigate();
  const { namespace = '', name } = loaded.metadata;
  const page = useRouteRef(templateRouteRef)({ namespace, name });
  const key = draftKey(me.email, 'edit-template', `${namespace}/${name}`);
  const [restored] = useState(() => readFormDraft(key, draftSchema));
  const [opened, setOpened] = useState(restored?.opened ?? loaded);
  const [newest, setNewest] = useState<TemplateDetails>();
  const form = useTemplateForm(restored?.values ?? valuesOf(place, loaded));
  const draft = useFormDraft(
    key,
    form,
    useCallback(
      (values: TemplateValues): z.infer<typeof draftSchema> => ({
        values,
        savedAt: Date.now(),
        opened,
      }),
      [opened],
    ),
  );
  const isStillThere = useStillThere();
  const [saving, save] = useSave(form);

  const saveOver = (version: TemplateDetails, values: TemplateValues) =>
    save(
      async () => {
        await api.putTemplate(place, {
          metadata: { resourceVersion: version.metadata.resourceVersion ?? '' },
          spec: toTemplateRequest(values).spec,
        });
        draft.finish();
        if (isStillThere()) navigate(page, { replace: true });
      },
      () => save(async () => setNewest(await api.getTemplate(place))),
    );
  const { usedBy } = loaded;

  return (
    <PageFrame
      title={t('templates.editor.title', { name: opened.spec.displayName })}
      back="templates"
    >
      {restored && (
        <DraftNotice
          savedAt={restored.savedAt}
          onDiscard={() => {
            draft.finish();
            props.onDiscard();
          }}
        />
      )}
      {newest && (
        <StaleNotice
          opened={opened}
          newest={newest}
          onTakeNewest={() => {
            setOpened(newest);
            setNewest(undefined);
            form.reset(valuesOf(place, newest));
          }}
          onOverwrite={() => {
            setOpened(newest);
            setNewest(undefined);
            form.handleSubmit(values => saveOver(newest, values))();
          }}
        />
      )}
      {usedBy.totalItems > 0 && (
        <Alert severity="info" sx={{ my: 2 }}>
          {t('templates.editor.used', { count: usedBy.totalItems })}
        </Alert>
      )}
      <TemplateForm
        me={me}
        form={form}
        fresh={false}
        saving={saving}
        onSave={values => saveOver(opened, values)}
        onCancel={() => navigate(page)}
      />
    </PageFrame>
  );
}
