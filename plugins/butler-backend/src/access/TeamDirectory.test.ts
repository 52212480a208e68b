import { team } from '../__testUtils__/objects';
import { TeamDirectory } from './TeamDirectory';

function namesOf(directory: TeamDirectory): string[] {
  return directory.teams.map(({ metadata }) => metadata.name);
}

describe('TeamDirectory', () => {
  it('reads the namespace from the status, else takes the name', () => {
    const directory = new TeamDirectory([
      team('payments', {}, { namespace: 'team-payments' }),
      team('search'),
    ]);
    expect(directory.teamOfNamespace('team-payments')).toBe('payments');
    expect(directory.teamOfNamespace('payments')).toBeUndefined();
    expect(directory.teamOfNamespace('search')).toBe('search');
    expect(directory.teamOfNamespace(undefined)).toBeUndefined();
  });

  it('gives no access through a Team that is going', () => {
    expect(
      namesOf(
        new TeamDirectory([
          team('going', {}, { phase: 'Terminating' }),
          team('search'),
        ]),
      ),
    ).toEqual(['search']);
  });

  it('gives no access to a namespace that two Teams claim, or that is Butler’s own', () => {
    const directory = new TeamDirectory([
      team('one', {}, { namespace: 'shared' }),
      team('two', {}, { namespace: 'shared' }),
      team('three', {}, { namespace: 'butler-system' }),
    ]);
    expect(namesOf(directory)).toEqual([]);
    expect(directory.teamOfNamespace('shared')).toBeUndefined();
  });
});
