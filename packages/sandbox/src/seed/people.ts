import { KubeObject } from '../apiserver/types';
import { BUTLER_API } from '../names';

/** Public halves of keys whose private halves were thrown away. */
const KEYS: Record<string, { publicKey: string; fingerprint: string }> = {
  developer: {
    publicKey:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICyr1WkZyvNzWwPoDXy3JrmEzk1ftH2jrCBzAQ+9Zgre developer@example.com',
    fingerprint: 'SHA256:o88MUDTxSUEOK8KVpbJ+GFsU2Uz9cpDeLdOfYwBAKw0',
  },
  'team-admin': {
    publicKey:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFcXfPhc0qo0JeAiWrQ22v+0nxlN3xXtAnC9hvAtLd6+ team-admin@example.com',
    fingerprint: 'SHA256:vwuyV3Kvw3jzrZN+b91qYYRJondMuWHtaCFp0VoXgMI',
  },
  'platform-admin': {
    publicKey:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA/Btn8x7zkKnQ0Hv+6fPQqGzMBh8wsHL/HEB1t2qcUo platform-admin@example.com',
    fingerprint: 'SHA256:9mEcSt0KrXZrDuoUDyRxzPrt486bcilmJgrIgWCeSQw',
  },
  'other-developer': {
    publicKey:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGbsxcTBLUDuke23HjnSha/lOZlaW6wR38nRENgHuI1b other-developer@example.com',
    fingerprint: 'SHA256:hC7BQ/Itn0L0UdRkwks7zCqV3NA3U0nCkzqxUrs3H2M',
  },
};

interface Person {
  name: string;
  displayName: string;
  platformRole?: 'admin';
  withKey: boolean;
}

const PEOPLE: Person[] = [
  { name: 'developer', displayName: 'Developer', withKey: true },
  { name: 'viewer', displayName: 'Viewer', withKey: false },
  { name: 'team-admin', displayName: 'Team admin', withKey: true },
  {
    name: 'platform-admin',
    displayName: 'Platform admin',
    platformRole: 'admin',
    withKey: true,
  },
  {
    name: 'other-developer',
    displayName: 'Developer of another team',
    withKey: true,
  },
];

/** The e-mail of a seeded user. */
export function emailOf(name: string): string {
  return `${name}@example.com`;
}

/** A User that signed in before. */
function makeUser(
  person: Person,
  key: { publicKey: string; fingerprint: string } | undefined,
  addedAt: string,
): KubeObject {
  const { name, displayName, platformRole } = person;
  return {
    apiVersion: BUTLER_API,
    kind: 'User',
    metadata: { name, creationTimestamp: addedAt },
    spec: {
      email: emailOf(name),
      displayName,
      authType: 'sso',
      ...(platformRole && { platformRole }),
      ...(key && {
        sshKeys: [{ name: 'laptop', addedAt, ...key }],
      }),
    },
    status: { phase: 'Active', observedGeneration: 1 },
  };
}

/** The five people of the seed. */
export function makePeople(joinedAt: string): KubeObject[] {
  return PEOPLE.map(person =>
    makeUser(person, person.withKey ? KEYS[person.name] : undefined, joinedAt),
  );
}

/** A user of the load seed; all of them share one key, which is enough to start their workspaces. */
export function makeLoadUser(name: string, joinedAt: string): KubeObject {
  const displayName = name.replace('load-user-', 'Load user ');
  return makeUser(
    { name, displayName, withKey: true },
    KEYS['other-developer'],
    joinedAt,
  );
}
