import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { provisioningSteps } from '@butler-portal/plugin-butler-common';
import type {
  ProvisioningStep,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { exactTime } from '../../../components';
import { useLanguage, useTranslation } from '../../../hooks';
import { Disclosure } from '../../../components/Disclosure';
import { Panel } from '../../../components/Panel';
import { displayOf, isFirstStart } from './display';
import { Elapsed } from './Elapsed';
import { StepRow } from './StepRow';

function StepList({ steps }: { steps: ProvisioningStep[] }) {
  return (
    <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {steps.map(step => (
        <StepRow key={step.id} step={step} />
      ))}
    </Stack>
  );
}

/** One line while all is well; the steps are a click away. */
function FoldedSteps({ steps }: { steps: ProvisioningStep[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const since = Date.parse(steps[steps.length - 1].since ?? '');
  return (
    <>
      <Typography variant="body2" sx={{ mb: 0.5 }}>
        {Number.isNaN(since)
          ? t('details.progress.ready')
          : t('details.progress.readySince', {
              time: exactTime(since, language),
            })}
      </Typography>
      <Disclosure label={t('details.progress.showSteps')}>
        <StepList steps={steps} />
      </Disclosure>
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
