import { columnsFor } from './columns';

const ALL = { teams: true, owners: true };
const keysFor = (...args: Parameters<typeof columnsFor>) =>
  columnsFor(...args).map(({ key }) => key);

describe('columnsFor', () => {
  it('names teams and owners only to whom it needs', () => {
    expect(keysFor({ teams: false, owners: false }, undefined)).toEqual([
      'name',
      'phase',
      'cluster',
      'image',
      'created',
    ]);
    expect(keysFor(ALL, undefined)).toContain('owner');
  });

  it('leaves out the least important where there is little room, never name and phase', () => {
    expect(keysFor(ALL, 2000)).toHaveLength(7);
    expect(keysFor(ALL, 920)).toEqual([
      'name',
      'phase',
      'team',
      'cluster',
      'owner',
      'created',
    ]);
    expect(keysFor(ALL, 100)).toEqual(['name', 'phase']);
  });

  it('fills the room', () => {
    const widths = columnsFor(ALL, 1500).map(({ width }) => width);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1500);
  });
});
