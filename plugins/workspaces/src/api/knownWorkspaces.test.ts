import type { ButlerEvent } from '@butler-portal/plugin-butler-common';
import { aWorkspace } from '../__testUtils__/fixtures';
import {
  applyEvents,
  NOTHING_KNOWN,
  sortedWorkspaces,
} from './knownWorkspaces';

const snapshot = (...names: string[]): ButlerEvent => ({
  event: 'snapshot',
  data: { items: names.map(name => aWorkspace({ name })) },
});

const namesIn = (known: typeof NOTHING_KNOWN) =>
  sortedWorkspaces(known.byKey).map(({ metadata }) => metadata.name);

describe('applyEvents', () => {
  it('replaces everything with a snapshot', () => {
    const before = applyEvents(NOTHING_KNOWN, [snapshot('old', 'both')]);
    const after = applyEvents(before, [snapshot('both', 'new')]);
    expect(after.complete).toBe(true);
    expect(namesIn(after)).toEqual(['both', 'new']);
  });

  it('is complete only after a snapshot', () => {
    const known = applyEvents(NOTHING_KNOWN, [
      { event: 'upsert', data: aWorkspace() },
    ]);
    expect(known.complete).toBe(false);
  });

  it('adds and changes, and keeps what did not change', () => {
    const before = applyEvents(NOTHING_KNOWN, [snapshot('a', 'b')]);
    const after = applyEvents(before, [
      { event: 'upsert', data: aWorkspace({ name: 'b', phase: 'Stopped' }) },
      { event: 'upsert', data: aWorkspace({ name: 'c' }) },
    ]);
    expect(namesIn(after)).toEqual(['a', 'b', 'c']);
    expect(after.byKey.get('payments/a')).toBe(before.byKey.get('payments/a'));
    expect(after.byKey.get('payments/b')?.status?.phase).toBe('Stopped');
    expect(before.byKey.get('payments/b')?.status?.phase).toBe('Running');
  });

  it('keeps the object whose resource version is known already', () => {
    const item = aWorkspace({ resourceVersion: '7' });
    const before = applyEvents(NOTHING_KNOWN, [
      { event: 'snapshot', data: { items: [item] } },
    ]);
    const after = applyEvents(before, [
      { event: 'upsert', data: aWorkspace({ resourceVersion: '7' }) },
    ]);
    expect(after.byKey).toBe(before.byKey);
  });

  it('takes a lower resource version: the order of the server counts', () => {
    const before = applyEvents(NOTHING_KNOWN, [
      { event: 'upsert', data: aWorkspace({ resourceVersion: '10' }) },
    ]);
    const after = applyEvents(before, [
      {
        event: 'upsert',
        data: aWorkspace({ resourceVersion: '9', phase: 'Failed' }),
      },
    ]);
    expect(after.byKey.get('payments/web-api')?.status?.phase).toBe('Failed');
  });

  it('deletes by uid, so that a namesake survives', () => {
    const before = applyEvents(NOTHING_KNOWN, [
      { event: 'upsert', data: aWorkspace({ uid: 'new' }) },
    ]);
    const deletion = (uid: string): ButlerEvent => ({
      event: 'delete',
      data: { team: 'payments', name: 'web-api', uid },
    });
    expect(applyEvents(before, [deletion('old')]).byKey.size).toBe(1);
    expect(applyEvents(before, [deletion('new')]).byKey.size).toBe(0);
  });

  it('keeps namesakes of two teams apart, sorted by name, then team', () => {
    const known = applyEvents(NOTHING_KNOWN, [
      { event: 'upsert', data: aWorkspace({ team: 'web' }) },
      { event: 'upsert', data: aWorkspace({ team: 'data' }) },
    ]);
    expect(
      sortedWorkspaces(known.byKey).map(item => item.metadata.namespace),
    ).toEqual(['data', 'web']);
  });

  it('follows whether the backend has the management cluster', () => {
    const since = '2026-01-05T08:00:00Z';
    const stale = applyEvents(NOTHING_KNOWN, [
      { event: 'state', data: { state: 'stale', since } },
    ]);
    expect(stale.clusterStaleSince).toBe(since);
    const live = applyEvents(stale, [
      { event: 'state', data: { state: 'live' } },
    ]);
    expect(live.clusterStaleSince).toBeUndefined();
    const reopened = applyEvents(stale, [{ event: 'opened' }]);
    expect(reopened.clusterStaleSince).toBeUndefined();
  });

  it('counts changes of rights', () => {
    const known = applyEvents(NOTHING_KNOWN, [
      { event: 'access', data: {} },
      { event: 'access', data: {} },
    ]);
    expect(known.accessVersion).toBe(2);
  });

  it('takes a second snapshot for a possible change of rights', () => {
    const first = applyEvents(NOTHING_KNOWN, [snapshot('a')]);
    expect(first.accessVersion).toBe(0);
    expect(applyEvents(first, [snapshot('a')]).accessVersion).toBe(1);
  });
});
