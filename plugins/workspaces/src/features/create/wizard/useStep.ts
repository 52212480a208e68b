import { useCallback } from 'react';
import { useQuery } from '../../../hooks/useQuery';
import { parseStep } from './steps';
import type { Step } from './steps';

/** The step that is shown. The URL holds it, so that Back leads to the step before. */
export function useStep(): [step: Step, show: (step: Step) => void] {
  const [query, change] = useQuery();
  const show = useCallback((step: Step) => change({ step }), [change]);
  return [parseStep(query.get('step')), show];
}
