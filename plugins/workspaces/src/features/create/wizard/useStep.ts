import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { parseStep } from './steps';
import type { Step } from './steps';

/** The step that is shown. The URL holds it, so that Back leads to the step before. */
export function useStep(): [step: Step, show: (step: Step) => void] {
  const [params, setParams] = useSearchParams();
  const show = useCallback(
    (step: Step) =>
      setParams(before => {
        const next = new URLSearchParams(before);
        next.set('step', step);
        return next;
      }),
    [setParams],
  );
  return [parseStep(params.get('step')), show];
}
