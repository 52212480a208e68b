import { useEffect, useRef } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { UPDATED_BY_ANNOTATION } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import { differences } from './differences';

interface StaleNoticeProps {
  /** The version that was edited. */
  opened: WorkspaceTemplate;
  /** The version that is there now. */
  newest: WorkspaceTemplate;
  /** Puts the newest version into the form. */
  onTakeNewest(): void;
  /** Saves the form over the newest version. */
  onOverwrite(): void;
}

/** Somebody else has saved the template meanwhile: who, and what is different now. */
export function StaleNotice(props: StaleNoticeProps) {
  const { t } = useTranslation();
  const { opened, newest } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [newest]);
  const who = newest.metadata.annotations?.[UPDATED_BY_ANNOTATION];
  const changes = differences(opened.spec, newest.spec);
  return (
    <Alert ref={ref} severity="warning" tabIndex={-1}>
      <AlertTitle>
        {who
          ? t('templates.stale.titleBy', { who })
          : t('templates.stale.title')}
      </AlertTitle>
      {changes.length === 0 && t('templates.stale.same')}
      <Box component="ul" sx={{ m: 0, pl: 3 }}>
        {changes.map(({ path, before, after }) => (
          <li key={path}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {t('templates.stale.change', {
                path,
                before: before ?? t('templates.stale.nothing'),
                after: after ?? t('templates.stale.nothing'),
              })}
            </Typography>
          </li>
        ))}
      </Box>
      <Stack direction="row" sx={{ mt: 1, flexWrap: 'wrap', gap: 1 }}>
        <Button color="inherit" size="small" onClick={props.onTakeNewest}>
          {t('templates.stale.take')}
        </Button>
        <Button color="inherit" size="small" onClick={props.onOverwrite}>
          {t('templates.stale.overwrite')}
        </Button>
      </Stack>
    </Alert>
  );
}
