import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import type { CreateValues } from '../form/values';
import { refusalOf } from './clusterChoice';
import type { ClusterChoice } from './clusterChoice';

/**
 * Checks the chosen cluster again when it takes workspaces no more, or takes them again, while the
 * person looks at a form that was fine.
 *
 * @param checked - everything in the form has been checked
 */
export function useClusterRecheck(
  form: UseFormReturn<CreateValues>,
  clusters: readonly ClusterChoice[] | undefined,
  checked: boolean,
): void {
  const { control, trigger } = form;
  const name = useWatch({ control, name: 'cluster' });
  const cluster = clusters?.find(({ metadata }) => metadata.name === name);
  const refusal = cluster && refusalOf(cluster);
  useEffect(() => {
    if (checked) trigger('cluster');
  }, [refusal, checked, trigger]);
}
