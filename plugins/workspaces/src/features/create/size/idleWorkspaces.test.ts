import { aMe, aWorkspace } from '../../../__testUtils__';
import { idleWorkspaces } from './idleWorkspaces';

it('are the person’s own on that cluster that run with nobody connected', () => {
  const workspaces = [
    aWorkspace({ name: 'idle' }),
    aWorkspace({ name: 'connected', connected: true }),
    aWorkspace({ name: 'stopped', phase: 'Stopped' }),
    aWorkspace({ name: 'going', deleting: true }),
    aWorkspace({ name: 'elsewhere', cluster: 'dev-us' }),
    aWorkspace({ name: 'of-other-team', team: 'search' }),
    aWorkspace({ name: 'not-mine', owner: 'other@example.com' }),
  ];
  const me = aMe({ payments: 'operator', search: 'operator' });
  expect(
    idleWorkspaces(workspaces, me, 'payments', 'dev-eu').map(
      ({ metadata }) => metadata.name,
    ),
  ).toEqual(['idle']);
});
