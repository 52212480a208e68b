import { useId, useState } from 'react';
import ExpandMore from '@mui/icons-material/ExpandMore';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { provisioningSteps } from '@butler-portal/plugin-butler-common';
import type {
  ProvisioningStep,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { exactTime } from '../../../components';
import { useTranslation } from '../../../hooks';
import { Panel } from '../../../components/Panel';
import { displayOf, isFirstStart } from './display';
import { Elapsed } from './Elapsed';
import { StepRow } from './StepRow';

function StepList({ steps, id }: { steps: ProvisioningStep[]; id?: string }) {
  return (
    <Stack component="ol" id={id} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {steps.map(step => (
        <StepRow key={step.id} step={step} />
      ))}
    </Stack>
  );
}

/** One line while all is well; the steps are a click away. */
function FoldedSteps({ steps }: { steps: ProvisioningStep[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const since = Date.parse(steps[steps.length - 1].since ?? '');
  return (
    <>
      <Stack
        direction="row"
        sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 1 }}
      >
        <Typography variant="body2">
          {Number.isNaN(since)
            ? t('details.progress.ready')
            : t('details.progress.readySince', { time: exactTime(since) })}
        </Typography>
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
          endIcon={
            <ExpandMore sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
          }
          sx={{ flex: 'none' }}
        >
          {t('details.progress.showSteps')}
        </Button>
      </Stack>
      {open && <StepList id={id} steps={steps} />}
    </>
  );
}

/** How far the workspace has come: its conditions as steps. */
export function Progress({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const display = displayOf(workspace);
  if (display === 'hidden') return null;
  const steps = provisioningSteps(workspace);
  return (
    <Panel title={t('details.progress.heading')}>
      {display === 'open' ? (
        <>
          {isFirstStart(workspace) && <Elapsed workspace={workspace} />}
          <StepList steps={steps} />
        </>
      ) : (
        <FoldedSteps steps={steps} />
      )}
    </Panel>
  );
}
