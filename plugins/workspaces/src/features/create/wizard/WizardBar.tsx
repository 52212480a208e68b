import Button from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link as RouterLink } from 'react-router-dom';
import { ActionButton } from '../../../components';
import { BottomBar } from '../../../components/BottomBar';
import { useTranslation } from '../../../hooks';
import { rootRouteRef } from '../../../routes';
import { neighbour } from './steps';
import type { Step } from './steps';

interface WizardBarProps {
  step: Step;
  submitting: boolean;
  /** Why nothing can be created now. */
  reason?: string;
  onShow(step: Step): void;
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
        <Button onClick={() => props.onShow('review')}>
          {t('create.toReview')}
        </Button>
      )}
      <Button component={RouterLink} to={list} sx={{ ml: 'auto' }}>
        {t('create.cancel')}
      </Button>
      <Button color="inherit" onClick={props.onStartOver}>
        {t('create.startOver')}
      </Button>
    </BottomBar>
  );
}
