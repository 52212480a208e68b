import { sameEmail, teamOf } from '@butler-portal/plugin-butler-common';
import { useWorkspaces } from '../../hooks';

/** The cluster of the person's newest workspace in the team: most likely the one wanted again. */
export function useLastCluster(
  team: string,
  email: string,
): string | undefined {
  const { workspaces } = useWorkspaces();
  const own = workspaces.filter(
    item => teamOf(item) === team && sameEmail(item.spec.owner, email),
  );
  const age = (item: (typeof own)[number]) =>
    item.metadata.creationTimestamp ?? '';
  return own.reduce<(typeof own)[number] | undefined>(
    (newest, item) => (!newest || age(item) > age(newest) ? item : newest),
    undefined,
  )?.spec.clusterRef.name;
}
