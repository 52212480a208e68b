import { mockServices } from '@backstage/backend-test-utils';
import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { team, user, workspace } from '../__testUtils__/objects';
import type { AccessControl } from '../access/AccessControl';
import { ButlerCache } from '../cache/ButlerCache';
import type { CachedKind } from '../cache/ButlerCache';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { TerminalGate } from './TerminalGate';
import type { TicketSubject } from './TicketStore';

function subject(email: string, name: string): TicketSubject {
  return {
    identity: { userEntityRef: 'user:default/x', email, groups: [] },
    team: 'payments',
    name,
    uid: `uid-${name}`,
    validUntil: 0,
  };
}

const MINE = subject('Developer@example.com', 'api');
const THEIRS = subject('viewer@example.com', 'web');

describe('a change concerns', () => {
  let cache: ButlerCache;
  let concerned: TicketSubject[][];

  beforeEach(() => {
    cache = new ButlerCache(
      // Nothing is followed here: what there is, tests tell.
      {} as KubernetesClient,
      mockServices.logger.mock(),
    );
    concerned = [];
    new TerminalGate({} as AccessControl, cache).subscribe(concerns =>
      concerned.push([MINE, THEIRS].filter(concerns)),
    );
  });

  function tell<T extends KubeObject>(kind: CachedKind<T>, object: T) {
    kind.emit([{ type: 'upsert', object }]);
  }

  it('of a workspace, its own terminals', () => {
    tell(cache.workspaces, workspace('api'));
    tell(cache.workspaces, workspace('other'));
    expect(concerned).toEqual([[MINE], []]);
  });

  it('of a User, that person’s terminals', () => {
    tell(cache.users, user('viewer@example.com'));
    tell(cache.users, user('developer@example.com'));
    expect(concerned).toEqual([[THEIRS], [MINE]]);
  });

  it('of a Team, every terminal', () => {
    tell(cache.teams, team('search'));
    expect(concerned).toEqual([[MINE, THEIRS]]);
  });
});
