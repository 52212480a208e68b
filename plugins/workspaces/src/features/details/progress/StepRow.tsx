import CheckCircle from '@mui/icons-material/CheckCircle';
import ErrorIcon from '@mui/icons-material/Error';
import HorizontalRule from '@mui/icons-material/HorizontalRule';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import type {
  ProvisioningState,
  ProvisioningStep,
} from '@butler-portal/plugin-butler-common';
import { ExactTime } from '../../../components';
import { useLanguage, useTranslation } from '../../../hooks';
import { timeWithSeconds } from './times';

const ICONS: Record<ProvisioningState, JSX.Element> = {
  done: <CheckCircle aria-hidden fontSize="small" color="success" />,
  active: <CircularProgress aria-hidden size={18} color="info" />,
  failed: <ErrorIcon aria-hidden fontSize="small" color="error" />,
  waiting: (
    <RadioButtonUnchecked aria-hidden fontSize="small" color="disabled" />
  ),
  unknown: <HorizontalRule aria-hidden fontSize="small" color="disabled" />,
};

/** What is over needs no words, and what is said of a step before its turn is about an earlier one. */
const SILENT: ProvisioningState[] = ['done', 'waiting'];

function StepTime({ time }: { time: string | undefined }) {
  const language = useLanguage();
  const at = Date.parse(time ?? '');
  if (time === undefined || Number.isNaN(at)) return null;
  return <ExactTime time={time}>{timeWithSeconds(at, language)}</ExactTime>;
}

/** One step: its state as icon and word, when it came to that, and what is said about it. */
export function StepRow({ step }: { step: ProvisioningStep }) {
  const { t } = useTranslation();
  const { id, state, since, message } = step;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, py: 0.75 }}>
      <Box
        sx={{ width: 20, height: 24, display: 'flex', alignItems: 'center' }}
      >
        {ICONS[state]}
      </Box>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography
          variant="body2"
          color={state === 'waiting' ? 'text.secondary' : 'text.primary'}
          sx={{ lineHeight: '24px' }}
        >
          {t(`details.progress.steps.${id}`)}
        </Typography>
        {message && !SILENT.includes(state) && (
          <Typography
            variant="caption"
            component="p"
            color={state === 'failed' ? 'error' : 'text.secondary'}
            sx={{ m: 0, overflowWrap: 'anywhere' }}
          >
            {message}
          </Typography>
        )}
      </Box>
      <Typography
        variant="caption"
        color="text.secondary"
        sx={{ lineHeight: '24px', whiteSpace: 'nowrap', textAlign: 'right' }}
      >
        {t(`details.progress.states.${state}`)}
        {since && state !== 'waiting' && (
          <>
            {' · '}
            <StepTime time={since} />
          </>
        )}
      </Typography>
    </Box>
  );
}
