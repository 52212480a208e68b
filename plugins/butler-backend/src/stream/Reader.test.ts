import { EventEmitter } from 'node:events';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Caller } from '../access/Caller';
import { UNRESTRICTED } from '../access/policy/Policy';
import { resolveCaller } from '../access/Caller';
import { team, user } from '../__testUtils__/objects';
import {
  GRACE_MS,
  MAX_BEHIND_BYTES,
  MAX_BURST_BYTES,
  Reader,
  SNAPSHOT_MS,
} from './Reader';
import type { ReaderResponse } from './Reader';

const EMAIL = 'developer@example.com';

function caller(role: 'viewer' | 'operator'): Caller {
  return resolveCaller(
    { userEntityRef: 'user:default/developer', email: EMAIL, groups: [] },
    [user(EMAIL)],
    [team('payments', { users: [{ name: EMAIL, role }] })],
  );
}

const HIGH_WATER_MARK = 16 * 1024;

class FakeResponse extends EventEmitter {
  writableLength = 0;
  text = '';
  destroyed = false;

  write(chunk: Buffer | string): boolean {
    this.writableLength += chunk.length;
    this.text += chunk.toString();
    return this.writableLength < HIGH_WATER_MARK;
  }

  end(): void {}

  destroy(): void {
    this.destroyed = true;
  }

  drain(): void {
    this.writableLength = 0;
    this.emit('drain');
  }
}

function readerWith(
  teams: string[] = [],
  role: 'viewer' | 'operator' = 'operator',
) {
  const response = new FakeResponse();
  const reader = new Reader(
    response as unknown as ReaderResponse,
    '0123456789abcdef',
    mockCredentials.user(),
    caller(role),
    { workspaces: UNRESTRICTED },
    [],
    teams,
  );
  return { reader, response };
}

const mine = {
  kind: 'workspaces' as const,
  team: 'payments',
  owner: EMAIL,
  cluster: 'payments-dev',
};
const theirs = { ...mine, owner: 'else@example.com' };
const upsert = Buffer.from('event: upsert\n');
const gone = Buffer.from('event: delete\n');

describe('a reader of the stream', () => {
  it('is told what it may see, with an id', () => {
    const { reader, response } = readerWith();
    reader.tell({ sequence: 7, after: mine, upsert, gone });
    expect(response.text).toBe(
      `event: upsert\nid: 0123456789abcdef.7.${reader.view}\n\n`,
    );
  });

  it('is not told what it may not see', () => {
    const { reader, response } = readerWith();
    reader.tell({ sequence: 7, after: theirs, upsert, gone });
    reader.tell({ sequence: 8, before: theirs, gone });
    reader.tell({
      sequence: 9,
      after: { ...mine, team: 'search' },
      upsert,
      gone,
    });
    expect(response.text).toBe('');
  });

  it('is told that it is gone when it may no longer see it', () => {
    const { reader, response } = readerWith();
    reader.tell({ sequence: 7, before: mine, after: theirs, upsert, gone });
    expect(response.text).toContain('event: delete');
  });

  it('is told only of the teams that it has asked for', () => {
    const { reader, response } = readerWith(['search']);
    reader.tell({ sequence: 7, after: mine, upsert, gone });
    expect(response.text).toBe('');
    expect(reader.hasAccess).toBe(false);
    expect(reader.principal.teams).toEqual([]);
  });

  it('is kept alive by a comment', () => {
    const { reader, response } = readerWith();
    reader.keepAlive();
    expect(response.text).toMatch(/^:.*\n\n$/);
  });

  it('notices a change of its rights', () => {
    const { reader } = readerWith();
    const views = { workspaces: UNRESTRICTED };
    expect(reader.update(caller('operator'), views)).toBe(false);
    expect(reader.update(caller('viewer'), views)).toBe(true);
  });

  describe('that does not keep up', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('is cut off when it stays more than 1 MiB behind', () => {
      const { reader, response } = readerWith();
      reader.send(Buffer.alloc(MAX_BEHIND_BYTES - 1000), 1);
      jest.advanceTimersByTime(2 * GRACE_MS);
      expect(response.destroyed).toBe(false);
      reader.send(Buffer.alloc(2000), 2);
      expect(response.destroyed).toBe(false);
      jest.advanceTimersByTime(GRACE_MS);
      expect(response.destroyed).toBe(true);
    });

    it('gets over a burst of changes', () => {
      const { reader, response } = readerWith();
      reader.send(Buffer.alloc(2 * MAX_BEHIND_BYTES), 1);
      response.drain();
      jest.advanceTimersByTime(GRACE_MS);
      expect(response.destroyed).toBe(false);
    });

    it('is cut off at once when the burst is too large', () => {
      const { reader, response } = readerWith();
      reader.send(Buffer.alloc(MAX_BURST_BYTES + 1), 1);
      expect(response.destroyed).toBe(true);
    });

    it('may take its time for a large snapshot, but for no more than that', () => {
      const { reader, response } = readerWith();
      reader.sendSnapshot(Buffer.alloc(10 * MAX_BEHIND_BYTES), 1);
      jest.advanceTimersByTime(GRACE_MS);
      expect(response.destroyed).toBe(false);
      response.drain();
      reader.send(Buffer.alloc(MAX_BEHIND_BYTES + 1), 2);
      jest.advanceTimersByTime(GRACE_MS);
      expect(response.destroyed).toBe(true);
    });

    it('is cut off when it does not take its snapshot', () => {
      const { reader, response } = readerWith();
      reader.sendSnapshot(Buffer.alloc(MAX_BEHIND_BYTES), 1);
      jest.advanceTimersByTime(SNAPSHOT_MS - 1);
      reader.sendSnapshot(Buffer.alloc(MAX_BEHIND_BYTES), 2);
      expect(response.destroyed).toBe(false);
      jest.advanceTimersByTime(1);
      expect(response.destroyed).toBe(true);
    });

    it('has its time anew for the snapshot after one that it has taken', () => {
      const { reader, response } = readerWith();
      reader.sendSnapshot(Buffer.alloc(MAX_BEHIND_BYTES), 1);
      jest.advanceTimersByTime(SNAPSHOT_MS - 1);
      response.drain();
      reader.sendSnapshot(Buffer.alloc(MAX_BEHIND_BYTES), 2);
      jest.advanceTimersByTime(SNAPSHOT_MS - 1);
      expect(response.destroyed).toBe(false);
    });

    it('is not cut off over a snapshot that needs no draining', () => {
      const { reader, response } = readerWith();
      reader.sendSnapshot(Buffer.alloc(100), 1);
      jest.advanceTimersByTime(2 * SNAPSHOT_MS);
      expect(response.destroyed).toBe(false);
    });

    it('is allowed of snapshots what it has not taken yet, and no more', () => {
      const { reader, response } = readerWith();
      reader.sendSnapshot(Buffer.alloc(2 * MAX_BEHIND_BYTES), 1);
      // It has taken most of it, but not drained.
      response.writableLength = HIGH_WATER_MARK;
      reader.sendSnapshot(Buffer.alloc(HIGH_WATER_MARK), 2);
      reader.send(Buffer.alloc(MAX_BEHIND_BYTES + 1), 3);
      jest.advanceTimersByTime(GRACE_MS);
      expect(response.destroyed).toBe(true);
    });

    it('does not gather listeners with its snapshots', () => {
      const { reader, response } = readerWith();
      for (let at = 0; at < 20; at += 1) {
        reader.sendSnapshot(Buffer.alloc(MAX_BEHIND_BYTES), at);
      }
      expect(response.listenerCount('drain')).toBe(1);
    });

    it('does not hold up its end', () => {
      const { reader, response } = readerWith();
      reader.end();
      expect(response.destroyed).toBe(false);
      jest.advanceTimersByTime(GRACE_MS);
      expect(response.destroyed).toBe(true);
    });
  });
});
