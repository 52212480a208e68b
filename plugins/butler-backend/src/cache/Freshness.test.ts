import { Freshness } from './Freshness';

const START = new Date('2026-01-01T10:00:00Z');
const LATER = new Date('2026-01-01T10:00:05Z');

function freshness() {
  const subject = new Freshness();
  for (const kind of ['teams', 'users']) subject.set(kind, false, START);
  const seen: string[] = [];
  subject.subscribe(({ state, since }) => seen.push(`${state} ${since ?? ''}`));
  return { subject, seen };
}

describe('Freshness', () => {
  it('is live only when every kind follows', () => {
    const { subject, seen } = freshness();
    subject.set('teams', true, START);
    expect(subject.state.state).toBe('stale');
    subject.set('users', true, START);
    expect(subject.state).toEqual({ state: 'live' });
    expect(seen).toEqual(['live ']);
  });

  it('says since when the first kind has not followed', () => {
    const { subject, seen } = freshness();
    subject.set('teams', true, START);
    subject.set('users', true, START);
    subject.set('teams', false, START);
    subject.set('users', false, LATER);
    expect(subject.state).toEqual({
      state: 'stale',
      since: '2026-01-01T10:00:00.000Z',
    });
    expect(seen).toHaveLength(2);
  });
});
