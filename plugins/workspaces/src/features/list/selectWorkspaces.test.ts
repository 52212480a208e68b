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

  it('sorts by any column, both ways', () => {
    expect(select('sort=-name').names).toEqual(['console', 'batch', 'api']);
    expect(select('sort=cluster').names).toEqual(['api', 'console', 'batch']);
  });

  it('puts the youngest first when it sorts by age', () => {
    expect(select('sort=created', 'mine').names).toEqual(['batch', 'api']);
  });
});
