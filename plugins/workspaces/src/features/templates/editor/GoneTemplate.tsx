import { useEffect, useRef } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ButtonProps } from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useNavigate } from 'react-router-dom';
import { DraftKept } from '../../../components';
import { useTranslation } from '../../../hooks';
import { useLeftDraft, writeFormDraft } from '../../../hooks/useFormDraft';
import { newTemplateRouteRef } from '../../../routes';
import { writableTeams } from '../place';
import {
  editDraftKey,
  editDraftSchema,
  newDraftKey,
  packNewDraft,
} from './drafts';
import type { TemplateValues } from './values';

interface TakeAlongProps extends Pick<ButtonProps, 'color' | 'size'> {
  me: Me;
  /** Namespace/name of the template that is gone. */
  id: string;
  values(): TemplateValues;
}

/** Takes what was typed over a template that is gone into the form of a new one. */
function TakeAlong({ me, id, values, ...look }: TakeAlongProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouteRef(newTemplateRouteRef)();
  return (
    <Button
      variant="outlined"
      {...look}
      onClick={() => {
        writeFormDraft(newDraftKey(me.email, id), packNewDraft(values()));
        window.sessionStorage.removeItem(editDraftKey(me.email, id));
        navigate(`${path}?${new URLSearchParams({ from: id })}`);
      }}
    >
      {t('templates.gone.takeAlong')}
    </Button>
  );
}

/** In the form, when a save has found that the template is gone. */
export function GoneNotice(props: TakeAlongProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <Alert ref={ref} severity="error" tabIndex={-1}>
      <AlertTitle>{t('templates.failed.save')}</AlertTitle>
      {t('templates.gone.text')}
      <Box sx={{ mt: 1 }}>
        <TakeAlong {...props} color="inherit" size="small" />
      </Box>
    </Alert>
  );
}

/** On the page of a form whose template is gone: what was typed in this tab; nothing where nothing was. */
export function TakeDraftAlong({ me, id }: Pick<TakeAlongProps, 'me' | 'id'>) {
  const draft = useLeftDraft(editDraftKey(me.email, id), editDraftSchema);
  if (!draft) return null;
  return writableTeams(me).length > 0 ? (
    <TakeAlong me={me} id={id} values={() => draft.values} />
  ) : (
    <DraftKept />
  );
}
