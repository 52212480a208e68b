import { newWorkspace } from '@butler-portal/plugin-butler-common';
import { idempotencyHash, isRepeated, withIdempotency } from './idempotency';

const spec = { clusterRef: { name: 'payments-dev' }, image: 'go:1' };

describe('an idempotency key', () => {
  const now = Date.parse('2026-01-01T10:00:00Z');
  const hash = idempotencyHash('dev@example.com', 'key');

  function created(at: string) {
    const wanted = newWorkspace({ name: 'api', spec }, 'dev@example.com', {
      team: 'payments',
      namespace: 'payments-ns',
    });
    const made = withIdempotency(wanted, hash);
    made.metadata.creationTimestamp = at;
    return made;
  }

  it('finds what it has made for ten minutes', () => {
    expect(isRepeated(created('2026-01-01T09:51:00Z'), hash, now)).toBe(true);
    expect(isRepeated(created('2026-01-01T09:49:00Z'), hash, now)).toBe(false);
  });

  it('finds nothing of another person, another key or no key', () => {
    const made = created('2026-01-01T09:59:00Z');
    expect(
      isRepeated(made, idempotencyHash('else@example.com', 'key'), now),
    ).toBe(false);
    expect(
      isRepeated(made, idempotencyHash('dev@example.com', 'other'), now),
    ).toBe(false);
    expect(isRepeated(made, undefined, now)).toBe(false);
  });
});
