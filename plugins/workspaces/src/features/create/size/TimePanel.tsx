import Box from '@mui/material/Box';
import { WORKSPACE_DEFAULTS } from '@butler-portal/plugin-butler-common';
import { Panel } from '../../../components/Panel';
import { useTranslation } from '../../../hooks';
import { DurationField } from './DurationField';

const GRID = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
} as const;
const IDLE_PRESETS = ['1h', '4h', '8h'];
// `0s` is how Butler writes never (contract, section 1).
const STOP_PRESETS = ['4h', '8h', '24h', '0s'];

/** When the workspace disconnects and stops by itself. */
export function TimePanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t('create.time.heading')} hint={t('create.time.hint')}>
      <Box sx={GRID}>
        <DurationField
          name="idleTimeout"
          presets={IDLE_PRESETS}
          fallback={WORKSPACE_DEFAULTS.idleTimeout}
        />
        <DurationField
          name="autoStopAfter"
          presets={STOP_PRESETS}
          fallback={WORKSPACE_DEFAULTS.autoStopAfter}
        />
      </Box>
    </Panel>
  );
}
