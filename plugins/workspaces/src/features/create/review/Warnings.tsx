import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from '../../../hooks';
import type { Step } from '../wizard/steps';
import type { Warning } from './warningsOf';

const STEP_OF = {
  noSshKey: 'access',
  quota: 'size',
  credential: 'code',
} as const satisfies Record<Warning['kind'], Step>;

/** What will hurt later, each with the way to where it can be mended. */
export function Warnings({
  warnings,
  onShow,
}: {
  warnings: readonly Warning[];
  onShow(step: Step): void;
}) {
  const { t } = useTranslation();
  const words = (warning: Warning): string => {
    switch (warning.kind) {
      case 'quota':
        return t('create.review.warnings.quota', {
          part: t(`create.size.parts.${warning.part}`),
        });
      case 'credential':
        return t('create.review.warnings.credential', { name: warning.name });
      default:
        return t('create.review.warnings.noSshKey');
    }
  };
  return (
    <>
      {warnings.map(warning => {
        const step = STEP_OF[warning.kind];
        const text = words(warning);
        return (
          <Alert
            key={text}
            severity="warning"
            action={
              <Button color="inherit" size="small" onClick={() => onShow(step)}>
                {t('create.review.goTo', { step: t(`create.steps.${step}`) })}
              </Button>
            }
          >
            {text}
          </Alert>
        );
      })}
    </>
  );
}
