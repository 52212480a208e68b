import { ButlerError } from '../../../api';
import { toCreateRequest } from '../form/request';
import { someValues } from '../__testUtils__/fixtures';
import { afterError, attemptFor, mayBeOwn } from './attempt';

const LOST = new ButlerError('No answer', 0);
const REFUSED = new ButlerError('Taken', 409);
const REQUEST = toCreateRequest(someValues());

describe('attempts', () => {
  it('keep their key for the same content', () => {
    const first = attemptFor('payments', REQUEST);
    expect(first.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
    const again = attemptFor(
      'payments',
      toCreateRequest(someValues()),
      afterError(first, LOST),
    );
    expect(again.idempotencyKey).toBe(first.idempotencyKey);
  });

  it('get another key for another content or team', () => {
    const first = attemptFor('payments', REQUEST);
    const other = toCreateRequest(someValues({ cpu: '4' }));
    const keys = [
      first,
      attemptFor('payments', other, first),
      attemptFor('search', REQUEST, first),
    ].map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(3);
  });

  it('do not let a lost answer stand in the way of the retry', () => {
    const tried = attemptFor('payments', REQUEST);
    const lost = afterError(tried, LOST);
    expect(mayBeOwn(lost, 'payments', 'ledger-dev')).toBe(true);
    expect(mayBeOwn(lost, 'payments', 'other')).toBe(false);
    expect(mayBeOwn(afterError(tried, REFUSED), 'payments', 'ledger-dev')).toBe(
      false,
    );
  });
});
