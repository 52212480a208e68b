import { listWorkspacesSchema } from './listWorkspaces';

function isQuery(query: object): boolean {
  return listWorkspacesSchema.safeParse(query).success;
}

describe('the query of a list', () => {
  it('needs nothing, and reads numbers from text', () => {
    expect(isQuery({})).toBe(true);
    expect(listWorkspacesSchema.parse({ limit: '50' }).limit).toBe(50);
  });

  it.each([
    {
      team: 'payments',
      cluster: 'dev',
      owner: 'me@example.com',
      phase: 'Running',
      q: 'x',
      mine: 'true',
      sort: '-created',
    },
    { limit: '500', cursor: 'abc' },
  ])('may be %j', query => {
    expect(isQuery(query)).toBe(true);
  });

  it.each([
    { team: '..' },
    { cluster: 'a/b' },
    { phase: 'running' },
    { mine: 'yes' },
    { sort: 'owner' },
    { limit: '0' },
    { limit: '501' },
    { limit: '1.5' },
    { limit: 'x' },
    { q: 'x'.repeat(201) },
    { owner: ['a', 'b'] },
    { other: '1' },
  ])('may not be %j', query => {
    expect(isQuery(query)).toBe(false);
  });
});
