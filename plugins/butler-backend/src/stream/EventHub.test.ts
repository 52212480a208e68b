import { EventEmitter } from 'node:events';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { KubeObject, User } from '@butler-portal/plugin-butler-common';
import { team, user, workspace } from '../__testUtils__/objects';
import { AccessControl } from '../access/AccessControl';
import { UNRESTRICTED } from '../access/policy/Policy';
import { ButlerCache } from '../cache/ButlerCache';
import type { CachedKind } from '../cache/ButlerCache';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { EventHub } from './EventHub';
import { Reader } from './Reader';
import type { ReaderResponse } from './Reader';

const DEVELOPER = 'developer@example.com';
const VIEWER = 'viewer@example.com';

/** A connection that takes its time to close. */
class FakeResponse extends EventEmitter {
  readonly writableLength = 0;
  ended = false;
  writes = 0;

  write(): boolean {
    // As node:http does; without a listener it ends the process.
    if (this.ended) throw new Error('ERR_STREAM_WRITE_AFTER_END');
    this.writes += 1;
    return true;
  }

  end(): void {
    this.ended = true;
  }

  destroy(): void {}
}

describe('the hub of the event streams', () => {
  let cache: ButlerCache;
  let access: AccessControl;
  let hub: EventHub;
  let version = 0;

  function tell<T extends KubeObject>(kind: CachedKind<T>, object: T) {
    version += 1;
    const resourceVersion = `${version}`;
    const metadata = { ...object.metadata, resourceVersion };
    const told = { ...object, metadata };
    kind.emit(kind.store.scope().apply({ type: 'MODIFIED', object: told }));
  }

  function open(email: string) {
    const identity = { userEntityRef: `user:default/x`, email, groups: [] };
    const response = new FakeResponse();
    const reader = new Reader(
      response as unknown as ReaderResponse,
      hub.logId,
      mockCredentials.user(),
      access.callerFor(identity),
      { workspaces: UNRESTRICTED },
      [],
      [],
    );
    hub.add(reader, undefined);
    return { reader, response };
  }

  beforeEach(() => {
    cache = new ButlerCache(
      // Nothing is followed here: what there is, tests tell.
      {} as KubernetesClient,
      mockServices.logger.mock(),
    );
    access = new AccessControl(cache, {
      auth: mockServices.auth(),
      userInfo: mockServices.userInfo(),
      catalog: catalogServiceMock(),
    });
    tell(cache.users, user(DEVELOPER));
    tell(cache.users, user(VIEWER));
    tell(
      cache.teams,
      team('payments', {
        users: [
          { name: DEVELOPER, role: 'operator' },
          { name: VIEWER, role: 'viewer' },
        ],
      }),
    );
    hub = new EventHub(cache, access, { viewFor: async () => UNRESTRICTED });
  });
  afterEach(() => hub.close());

  it('writes nothing to a stream that has ended and not closed yet', () => {
    const { reader, response } = open(DEVELOPER);
    tell(cache.workspaces, workspace('api'));
    const told = response.writes;
    hub.drop(reader);
    tell(cache.workspaces, workspace('api'));
    expect(response.ended).toBe(true);
    expect(response.writes).toBe(told);
  });

  it('asks anew of nobody but the person whose User has changed', () => {
    open(DEVELOPER);
    open(VIEWER);
    const callerFor = jest.spyOn(access, 'callerFor');
    tell(cache.users, user(DEVELOPER, { sshKeys: [] }));
    expect(callerFor.mock.calls.map(([{ email }]) => email)).toEqual([
      DEVELOPER,
    ]);
  });

  it('ends the stream of a person whose User has got another address', () => {
    const { response } = open(DEVELOPER);
    const before = user(DEVELOPER);
    const spec: User['spec'] = { email: 'else@example.com' };
    tell(cache.users, { ...before, spec });
    expect(response.ended).toBe(true);
  });

  it('asks anew of everybody when a Team has changed', () => {
    const { response } = open(DEVELOPER);
    const { response: other } = open(VIEWER);
    const told = [response.writes, other.writes];
    tell(cache.teams, team('payments'));
    expect(response.writes).toBeGreaterThan(told[0]);
    expect(other.writes).toBeGreaterThan(told[1]);
  });
});
