import { aMe, aWorkspace } from '../../__testUtils__';
import { rowActions } from './rowActions';

const owner = aMe();
const admin = aMe({ payments: 'admin' }, { email: 'admin@example.com' });
const viewer = aMe({ payments: 'viewer' }, { email: 'viewer@example.com' });

const menuOf = (...args: Parameters<typeof rowActions>) =>
  rowActions(...args).menu.map(({ action }) => action);

describe('rowActions', () => {
  it('offers the next step towards the way in', () => {
    expect(rowActions(owner, aWorkspace({ phase: 'Stopped' })).primary).toEqual(
      { kind: 'act', action: 'start' },
    );
    expect(rowActions(owner, aWorkspace()).primary).toEqual({
      kind: 'act',
      action: 'connect',
    });
    const connected = rowActions(owner, aWorkspace({ connected: true }));
    expect(connected.primary).toEqual({ kind: 'open' });
    expect(connected.canConnect).toBe(true);
  });

  it('shows what comes later disabled, with its obstacle', () => {
    expect(
      rowActions(owner, aWorkspace({ phase: 'Creating' })).primary,
    ).toEqual({ kind: 'act', action: 'connect', obstacle: 'stillStarting' });
  });

  it('leads from a failure to its reason, and out by deletion only', () => {
    const failed = aWorkspace({ phase: 'Failed' });
    expect(rowActions(owner, failed).primary).toEqual({ kind: 'seeWhy' });
    expect(menuOf(owner, failed)).toEqual(['delete']);
  });

  it('offers an admin to look after it, never the way in', () => {
    const connected = aWorkspace({ connected: true });
    expect(rowActions(admin, connected).primary).toBeUndefined();
    expect(rowActions(admin, connected).canConnect).toBe(false);
    expect(menuOf(admin, connected)).toEqual(['disconnect', 'stop', 'delete']);
  });

  it('offers a viewer nothing', () => {
    expect(rowActions(viewer, aWorkspace())).toEqual({
      menu: [],
      canConnect: false,
      primary: undefined,
    });
  });

  it('offers nothing while it is being deleted', () => {
    expect(rowActions(owner, aWorkspace({ deleting: true })).menu).toEqual([]);
  });
});
