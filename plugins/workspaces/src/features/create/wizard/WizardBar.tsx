import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link as RouterLink } from 'react-router-dom';
import { ActionButton } from '../../../components';
import { BottomBar } from '../../../components/BottomBar';
import { useTranslation } from '../../../hooks';
import { rootRouteRef } from '../../../routes';
import { StartOver } from './StartOver';
import { neighbour } from './steps';
import type { Step } from './steps';

const ONE_LINE = { whiteSpace: 'nowrap', flex: 'none' } as const;

interface WizardBarProps {
  step: Step;
  submitting: boolean;
  /** Why nothing can be created now. */
  reason?: string;
  onShow(step: Step): void;
  /** Whether something would be lost. */
  hasOwnWork(): boolean;
  onStartOver(): void;
}

/** The wizard's buttons; the one that submits the form is the step's primary action. */
export function WizardBar(props: WizardBarProps) {
  const { t } = useTranslation();
  const list = useRouteRef(rootRouteRef)();
  const { step } = props;
  const before = neighbour(step, -1);
  return (
    <BottomBar>
      {step === 'review' ? (
        <ActionButton
          type="submit"
          variant="contained"
          pending={props.submitting}
          reason={props.reason}
          sx={ONE_LINE}
        >
          {t('create.submit')}
        </ActionButton>
      ) : (
        <Button type="submit" variant="contained">
          {t('create.next')}
        </Button>
      )}
      {before && (
        <Button onClick={() => props.onShow(before)}>{t('create.back')}</Button>
      )}
      {step !== 'review' && (
        <Button onClick={() => props.onShow('review')} sx={ONE_LINE}>
          {t('create.toReview')}
        </Button>
      )}
      <Box sx={{ flexGrow: 1 }} />
      {/* A phone has no room for it; the link back stands above the form. */}
      <Button
        component={RouterLink}
        to={list}
        sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
      >
        {t('create.cancel')}
      </Button>
      <StartOver
        hasOwnWork={props.hasOwnWork}
        onStartOver={props.onStartOver}
      />
    </BottomBar>
  );
}
