import { useEffect, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import { isConnected, phaseOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { visuallyHidden } from '../../components';
import { useTranslation } from '../../hooks';

function useSentence(workspace: Workspace, phase: string): string {
  const { t } = useTranslation();
  const { metadata } = workspace;
  const { name } = metadata;
  if (metadata.deletionTimestamp)
    return t('details.announce.deleting', { name });
  return isConnected(workspace)
    ? t('details.announce.connected', { name })
    : t('details.announce.phase', { name, phase });
}

/** Tells screen readers, politely, when the phase changes; not what it is on arrival. */
export function PhaseAnnouncer({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const sentence = useSentence(
    workspace,
    t(`components.phase.${phaseOf(workspace)}`),
  );
  const last = useRef(sentence);
  const [news, setNews] = useState('');
  useEffect(() => {
    if (last.current === sentence) return;
    last.current = sentence;
    setNews(sentence);
  }, [sentence]);
  return (
    <Box role="status" sx={visuallyHidden}>
      {news}
    </Box>
  );
}
