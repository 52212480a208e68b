import { useCallback, useState } from 'react';
import Alert from '@mui/material/Alert';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Me, TemplateDetails } from '@butler-portal/plugin-butler-common';
import { useNavigate } from 'react-router-dom';
import type { z } from 'zod';
import { butlerApiRef } from '../../../api';
import type { TemplatePlace } from '../../../api';
import { PageFrame } from '../../../components';
import { useFreshStart, useTranslation } from '../../../hooks';
import { readFormDraft, useFormDraft } from '../../../hooks/useFormDraft';
import { useStillThere } from '../../../hooks/useStillThere';
import { templateRouteRef } from '../../../routes';
import { DraftNotice } from './DraftNotice';
import { editDraftKey, editDraftSchema } from './drafts';
import { GoneNotice } from './GoneTemplate';
import { sameContent } from './sameContent';
import { StaleNotice } from './StaleNotice';
import { TemplateForm, useTemplateForm } from './TemplateForm';
import { useSave } from './useSave';
import { templateValuesOf, toTemplateRequest } from './values';
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
  const id = `${namespace}/${name}`;
  const key = editDraftKey(me.email, id);
  const [restored] = useState(() => readFormDraft(key, editDraftSchema));
  const [opened, setOpened] = useState(restored?.opened ?? loaded);
  const [newest, setNewest] = useState<TemplateDetails>();
  const form = useTemplateForm(restored?.values ?? valuesOf(place, loaded));
  const draft = useFormDraft(
    key,
    form,
    useCallback(
      (values: TemplateValues): z.infer<typeof editDraftSchema> => ({
        values,
        savedAt: Date.now(),
        opened,
      }),
      [opened],
    ),
  );
  const isStillThere = useStillThere();
  const [saving, save] = useSave(form);

  const leave = () => {
    draft.finish();
    if (isStillThere()) navigate(page, { replace: true });
  };
  const saveOver = (version: TemplateDetails, values: TemplateValues) => {
    const { spec } = toTemplateRequest(values);
    return save(
      async () => {
        await api.putTemplate(place, {
          metadata: { resourceVersion: version.metadata.resourceVersion ?? '' },
          spec,
        });
        leave();
      },
      () =>
        save(async () => {
          const present = await api.getTemplate(place);
          // An earlier try has saved it, and its answer was lost.
          if (sameContent(present.spec, spec)) leave();
          else setNewest(present);
        }),
    );
  };
  const { usedBy } = loaded;
  const gone = saving.error?.status === 404;

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
      {gone && <GoneNotice me={me} id={id} values={form.getValues} />}
      <TemplateForm
        me={me}
        form={form}
        fresh={false}
        saving={gone ? { ...saving, error: undefined } : saving}
        onSave={values => saveOver(opened, values)}
        onCancel={() => navigate(page)}
      />
    </PageFrame>
  );
}
