import { aWorkspace, OWNER } from '../../__testUtils__';
import { selectWorkspaces } from './selectWorkspaces';
import { readView } from './view';

const workspaces = [
  aWorkspace({ name: 'api', created: '2026-01-03T00:00:00Z' }),
  aWorkspace({
    name: 'batch',
    phase: 'Stopped',
    cluster: 'dev-us',
    created: '2026-01-05T00:00:00Z',
  }),
  aWorkspace({ name: 'console', owner: 'other@example.com' }),
];

function select(query: string, show: 'mine' | 'all' = 'all') {
  const view = { ...readView(new URLSearchParams(query)), show };
  const { shown, total } = selectWorkspaces(workspaces, view, OWNER);
  return { names: shown.map(({ metadata }) => metadata.name), total };
}

describe('selectWorkspaces', () => {
  it('shows mine, whatever the case of the address', () => {
    expect(select('', 'mine')).toEqual({ names: ['api', 'batch'], total: 2 });
    const view = { ...readView(new URLSearchParams()), show: 'mine' as const };
    const { total } = selectWorkspaces(workspaces, view, 'DEV@Example.com');
    expect(total).toBe(2);
  });

  it('finds every word somewhere: name, team, cluster, image, owner', () => {
    expect(select('q=batch').names).toEqual(['batch']);
    expect(select('q=US+payments').names).toEqual(['batch']);
    expect(select('q=other@').names).toEqual(['console']);
    expect(select('q=go:1.24').names).toHaveLength(3);
    expect(select('q=api+nothing')).toEqual({ names: [], total: 3 });
  });

  it('filters by phase', () => {
    expect(select('phase=Stopped').names).toEqual(['batch']);
  });

  it('filters by team, cluster and owner, together', () => {
    expect(select('cluster=dev-us').names).toEqual(['batch']);
    expect(select('owner=other@example.com').names).toEqual(['console']);
    expect(select('team=payments&cluster=dev-eu').names).toEqual([
      'api',
      'console',
    ]);
    expect(select('team=none').names).toEqual([]);
  });

  it('tells what can be filtered by, and how many of each phase there are', () => {
    const view = {
      ...readView(new URLSearchParams('phase=Stopped&q=payments')),
      show: 'all' as const,
    };
    const { phases, values } = selectWorkspaces(workspaces, view, OWNER);
    expect(phases).toMatchObject({ Running: 2, Stopped: 1, Failed: 0 });
    expect(values).toEqual({
      team: ['payments'],
      cluster: ['dev-eu', 'dev-us'],
      owner: [OWNER, 'other@example.com'],
    });
  });

  it('sorts by any column, both ways', () => {
    expect(select('sort=-name').names).toEqual(['console', 'batch', 'api']);
    expect(select('sort=cluster').names).toEqual(['api', 'console', 'batch']);
  });

  it('puts the youngest first when it sorts by age', () => {
    expect(select('sort=created', 'mine').names).toEqual(['batch', 'api']);
  });
});
