import { KubernetesApiError, TooBusyError, UnreachableError } from './errors';
import { retryDelayMs } from './retry';

const answered = (status: number, retryAfterSeconds?: number) =>
  new KubernetesApiError(status, 'Some', 'text', [], retryAfterSeconds);
const cut = new UnreachableError('cut', {}, true);

function delay(
  error: unknown,
  { repeatable = true, attempt = 1, left = 30_000 } = {},
) {
  return retryDelayMs(error, repeatable, attempt, left, 0);
}

describe('what is sent again', () => {
  it.each([
    ['429 that says when', answered(429, 2), 2_000],
    ['503 that says when', answered(503, 1), 1_000],
    ['a cut connection', cut, 100],
  ])('%s', (_, error, ms) => {
    expect(delay(error)).toBe(ms);
  });

  it.each([
    ['429 that does not say when', answered(429)],
    ['500', answered(500)],
    ['404', answered(404, 1)],
    ['nobody there', new UnreachableError('refused')],
    ['no place in the queue', new TooBusyError()],
  ])('not: %s', (_, error) => {
    expect(delay(error)).toBeUndefined();
  });

  it('nothing that must not be done twice', () => {
    expect(delay(cut, { repeatable: false })).toBeUndefined();
    expect(delay(answered(429, 1), { repeatable: false })).toBeUndefined();
  });

  it('what lost a race for a ResourceQuota, also a create', () => {
    const race = new KubernetesApiError(
      409,
      'Conflict',
      'Operation cannot be fulfilled on resourcequotas "few": the object has been modified; please apply your changes to the latest version and try again',
    );
    expect(delay(race, { repeatable: false })).toBe(100);
    expect(delay(race, { attempt: 4 })).toBeUndefined();
    expect(delay(answered(409), { repeatable: true })).toBeUndefined();
  });

  it('nothing beyond the time limit, for too long, or too often', () => {
    expect(delay(answered(429, 2), { left: 1_000 })).toBeUndefined();
    expect(delay(answered(429, 20))).toBeUndefined();
    expect(delay(cut, { attempt: 4 })).toBeUndefined();
  });
});
