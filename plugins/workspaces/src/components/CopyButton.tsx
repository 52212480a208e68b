import { useEffect, useState } from 'react';
import Check from '@mui/icons-material/Check';
import ContentCopy from '@mui/icons-material/ContentCopy';
import ErrorOutline from '@mui/icons-material/ErrorOutline';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';

import { useTranslation } from '../hooks';
import { copyText } from './copyText';
import { visuallyHidden } from './visuallyHidden';

type Outcome = 'idle' | 'copied' | 'notCopied';

const SHOWN_MS = 4_000;
const ICONS = {
  idle: <ContentCopy fontSize="small" />,
  copied: <Check fontSize="small" color="success" />,
  notCopied: <ErrorOutline fontSize="small" color="error" />,
};

/** Copies a text and says whether it worked: “copied” only when the clipboard has it. */
export function CopyButton({
  text,
  what,
}: {
  text: string;
  /** Names what is copied: “SSH command”. */
  what: string;
}) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return undefined;
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const label = t('components.action.copy', { what });
  const said =
    outcome === 'idle' ? '' : t(`components.action.${outcome}`, { what });
  const copy = async () =>
    setOutcome((await copyText(text)) ? 'copied' : 'notCopied');
  return (
    <>
      <Tooltip title={said || label}>
        <IconButton aria-label={label} size="small" onClick={copy}>
          {ICONS[outcome]}
        </IconButton>
      </Tooltip>
      <Box component="span" role="status" sx={visuallyHidden}>
        {said}
      </Box>
    </>
  );
}
