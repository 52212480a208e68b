import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useFormState } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import type { CreateField } from '../form/fieldPaths';
import type { CreateValues } from '../form/values';
import { problemsOf } from './problems';
import type { Problem } from './problems';
import { fieldsOf, stepOf } from './steps';
import type { Step } from './steps';
import { useStep } from './useStep';

/** The wizard around a form. */
export interface Wizard {
  step: Step;
  visited: ReadonlySet<Step>;
  /** In the review: the whole form has been checked by now. */
  checked: boolean;
  /** What is wrong, in the order of the steps. */
  problems: Problem[];
  /** How many fields of each step are wrong. */
  problemCount: Partial<Record<Step, number>>;
  /** Shows a step, and says on the one that is left what is wrong there. */
  show(step: Step): void;
  /** Shows the step of a field, and puts the cursor there. */
  showField(field: CreateField): void;
}

function countBySteps(problems: readonly Problem[]) {
  const counts: Partial<Record<Step, number>> = {};
  for (const { step } of problems) counts[step] = (counts[step] ?? 0) + 1;
  return counts;
}

const NONE: readonly Step[] = [];

/**
 * Leads through the steps of the form; any of them can be visited at any time.
 *
 * @param restored - the steps that had been visited before a reload
 */
export function useWizard(
  form: UseFormReturn<CreateValues>,
  restored: readonly Step[] = NONE,
): Wizard {
  const { control, setFocus, trigger } = form;
  const { errors } = useFormState({ control });
  const [step, setStep] = useStep();
  const [visited, setVisited] = useState<ReadonlySet<Step>>(
    () => new Set(restored),
  );
  const wanted = useRef<CreateField>();
  const [checked, setChecked] = useState(false);
  const [focusRound, setFocusRound] = useState(0);

  const left = useRef<Step>();
  useEffect(() => {
    const from = left.current;
    left.current = step;
    if (from === step) return undefined;
    if (from) setVisited(before => new Set(before).add(from));
    if (step !== 'review') {
      setChecked(false);
      // What was said to be wrong is said again after a reload.
      const fields = (from ? [from] : restored).flatMap(fieldsOf);
      if (fields.length > 0) trigger(fields);
      return undefined;
    }
    let there = true;
    trigger().then(() => {
      if (there) setChecked(true);
    });
    return () => {
      there = false;
    };
  }, [step, trigger, restored]);

  useEffect(() => {
    // Runs after the step of the field has drawn it.
    if (wanted.current) setFocus(wanted.current);
    wanted.current = undefined;
  }, [step, focusRound, setFocus]);

  const showField = useCallback(
    (field: CreateField) => {
      wanted.current = field;
      setStep(stepOf(field.split('.')[0] as keyof CreateValues));
      setFocusRound(round => round + 1);
    },
    [setStep],
  );
  // The errors are one object that react-hook-form changes: its content decides.
  const problems = problemsOf(errors);
  const key = JSON.stringify(problems);
  return useMemo(() => {
    const current = JSON.parse(key) as Problem[];
    return {
      step,
      visited,
      checked,
      problems: current,
      problemCount: countBySteps(current),
      show: setStep,
      showField,
    };
  }, [step, visited, checked, key, setStep, showField]);
}
