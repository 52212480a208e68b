import type { Principal } from '@butler-portal/plugin-butler-common';
import { aMe, aWorkspace } from '../../../__testUtils__';
import { offeredActions } from '../../../components';
import { CONNECT_ANNOTATION } from '@butler-portal/plugin-butler-common';
import { connectionStateOf } from '../connection/connectionState';
import { arrangeActions } from './arrangeActions';

function primaryOf(
  workspace: ReturnType<typeof aWorkspace>,
  me: Principal = aMe(),
  mayConnect = true,
) {
  const { primary } = arrangeActions(
    workspace,
    mayConnect,
    offeredActions(me, workspace),
  );
  return typeof primary === 'object' ? primary.action : primary;
}

it('lets the next step towards the way in stand out', () => {
  expect(primaryOf(aWorkspace({ phase: 'Stopped' }))).toBe('start');
  expect(primaryOf(aWorkspace({ phase: 'Running' }))).toBe('connect');
  expect(primaryOf(aWorkspace({ connected: true }))).toBe('open');
  expect(primaryOf(aWorkspace({ phase: 'Creating' }))).toBeUndefined();
  expect(primaryOf(aWorkspace({ phase: 'Failed' }))).toBeUndefined();
});

it('offers an admin no way into a workspace of somebody else', () => {
  const other = aWorkspace({ owner: 'other@example.com', connected: true });
  const admin = aMe({ payments: 'admin' });
  expect(primaryOf(other, admin, false)).toBeUndefined();
  expect(
    arrangeActions(other, false, offeredActions(admin, other)).others.map(
      ({ action }) => action,
    ),
  ).toEqual(['disconnect', 'stop', 'delete']);
});

it('knows how far a connection is', () => {
  const asked = { [CONNECT_ANNOTATION]: 'true' };
  const state = (wishes: Parameters<typeof aWorkspace>[0], may = true) =>
    connectionStateOf(aWorkspace(wishes), may);
  expect(state({})).toBe('idle');
  expect(state({ annotations: asked })).toBe('waiting');
  expect(state({ connected: true })).toBe('connected');
  expect(state({ phase: 'Stopped' })).toBe('stopped');
  expect(state({ phase: 'Starting', annotations: asked })).toBe('starting');
  expect(state({ phase: 'Failed' })).toBe('none');
  expect(state({ deleting: true, connected: true })).toBe('none');
  expect(state({ connected: true }, false)).toBe('others');
});
