import { readView, writeView } from './view';

const read = (query: string) => readView(new URLSearchParams(query));

describe('the view in the URL', () => {
  it('is the usual one without a query', () => {
    expect(read('')).toEqual({
      q: '',
      phase: undefined,
      show: undefined,
      sort: 'name',
      descending: false,
    });
  });

  it('comes back as it was written', () => {
    const view = {
      q: 'go 1.24',
      phase: 'Running',
      team: 'payments',
      cluster: 'dev-eu',
      owner: 'dev@example.com',
      show: 'all',
      sort: 'created',
      descending: true,
    } as const;
    const query = writeView(new URLSearchParams('other=1'), view);
    expect(query.get('other')).toBe('1');
    expect(readView(query)).toEqual(view);
  });

  it('leaves out what is as usual', () => {
    expect(writeView(new URLSearchParams(), read('')).toString()).toBe('');
  });

  it('leaves out what it does not know', () => {
    expect(read('phase=Dancing&show=some&sort=-shoe')).toMatchObject({
      phase: undefined,
      show: undefined,
      sort: 'name',
    });
  });
});
