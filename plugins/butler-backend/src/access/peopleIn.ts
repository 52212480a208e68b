import { emailKey } from '@butler-portal/plugin-butler-common';
import type { User } from '@butler-portal/plugin-butler-common';
import type { Change } from '../cache/ObjectStore';

/** Keys of the people whose User has changed: as it is, and as it was. */
export function peopleIn(changes: Change<User>[]): Set<string> {
  return new Set(
    changes.flatMap(change => {
      const before = change.type === 'upsert' ? change.before : undefined;
      return [change.object, ...(before ? [before] : [])].map(({ spec }) =>
        emailKey(spec.email),
      );
    }),
  );
}
