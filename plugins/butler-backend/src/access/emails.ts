import type { User } from '@butler-portal/plugin-butler-common';
import type { Change } from '../cache/ObjectStore';

/** What e-mail addresses are looked up by: the same for all that `sameEmail` takes for one. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

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
