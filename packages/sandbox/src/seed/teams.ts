import { JsonObject, KubeObject } from '../apiserver/types';
import { BUTLER_API } from '../names';
import { emailOf } from './people';

interface Member extends JsonObject {
  name: string;
  role: 'admin' | 'operator' | 'viewer';
}

function makeTeam(
  name: string,
  displayName: string,
  description: string,
  access: { users: Member[]; groups?: Member[] },
  creationTimestamp: string,
): KubeObject {
  return {
    apiVersion: BUTLER_API,
    kind: 'Team',
    metadata: { name, creationTimestamp },
    spec: {
      displayName,
      description,
      access,
    },
    status: { phase: 'Ready', namespace: name, observedGeneration: 1 },
  };
}

/** The two teams of the seed; the members of the load seed join them as operators. */
export function makeTeams(
  foundedAt: string,
  loadUsers: { payments: string[]; search: string[] },
): KubeObject[] {
  const operators = (names: string[]) =>
    names.map((name): Member => ({ name: emailOf(name), role: 'operator' }));
  return [
    makeTeam(
      'payments',
      'Payments',
      'Takes money from customers and pays it out.',
      {
        users: [
          { name: emailOf('developer'), role: 'operator' },
          { name: emailOf('viewer'), role: 'viewer' },
          { name: emailOf('team-admin'), role: 'admin' },
          ...operators(loadUsers.payments),
        ],
      },
      foundedAt,
    ),
    makeTeam(
      'search',
      'Search',
      'Finds what customers look for.',
      {
        users: [
          { name: emailOf('other-developer'), role: 'operator' },
          ...operators(loadUsers.search),
        ],
        groups: [{ name: 'search-helpers@example.com', role: 'operator' }],
      },
      foundedAt,
    ),
  ];
}
