import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import MuiStep from '@mui/material/Step';
import StepButton from '@mui/material/StepButton';
import StepContent from '@mui/material/StepContent';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useTranslation } from '../../../hooks';
import { STEPS } from './steps';
import type { Step } from './steps';

interface StepNavProps {
  step: Step;
  /** Steps that the person has been on. */
  visited: ReadonlySet<Step>;
  /** How many fields of each step are wrong. */
  problems: Readonly<Partial<Record<Step, number>>>;
  onShow(step: Step): void;
  /** What the step shows. */
  children: ReactNode;
}

/**
 * The steps, each of them a button at any time, with what is wrong on it. Where they do not fit into one
 * line, on a phone or with the page at twice its size, they are a list, and the content of a step stands
 * under its name.
 */
export function StepNav(props: StepNavProps) {
  const { t } = useTranslation();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'));
  const { step, visited, problems, children } = props;
  const current = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  // Before the effects of a field or a notice that wants the focus for itself.
  useLayoutEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    // The step before may have been longer: the next one would begin above the screen.
    current.current?.scrollIntoView();
    content.current?.focus({ preventScroll: true });
  }, [step]);
  const view = (
    <Box
      ref={content}
      role="group"
      aria-label={t(`create.steps.${step}`)}
      tabIndex={-1}
      sx={{ outline: 'none' }}
    >
      {children}
    </Box>
  );
  return (
    <>
      <Box
        // In the list the content stands inside, and it is no navigation.
        component={narrow ? 'div' : 'nav'}
        role={narrow ? 'group' : undefined}
        aria-label={t('create.steps.label')}
      >
        <Stepper
          nonLinear
          activeStep={STEPS.indexOf(step)}
          orientation={narrow ? 'vertical' : 'horizontal'}
        >
          {STEPS.map(item => {
            const wrong = problems[item] ?? 0;
            return (
              <MuiStep
                key={item}
                ref={item === step ? current : undefined}
                completed={visited.has(item) && !wrong}
              >
                <StepButton
                  // Backstage's forms lie around this: without a type it would send them.
                  type="button"
                  onClick={() => props.onShow(item)}
                  aria-current={item === step ? 'step' : undefined}
                  optional={
                    wrong > 0 && (
                      <Typography variant="caption" color="error">
                        {t('create.steps.problems', { count: wrong })}
                      </Typography>
                    )
                  }
                >
                  <StepLabel error={wrong > 0}>
                    {t(`create.steps.${item}`)}
                  </StepLabel>
                </StepButton>
                {narrow && (
                  <StepContent transitionDuration={0} sx={{ pr: 0 }}>
                    {item === step && view}
                  </StepContent>
                )}
              </MuiStep>
            );
          })}
        </Stepper>
      </Box>
      {!narrow && view}
    </>
  );
}
