import { cluster } from '../__testUtils__/objects';
import { rivalOf } from './rivals';

function made(name: string, namespace: string, tenant: string, at: string) {
  const object = cluster(name, namespace);
  object.metadata.creationTimestamp = at;
  object.status = { phase: 'Ready', tenantNamespace: tenant };
  return object;
}

const OWN = made('dev', 'payments', 'tenant-a', '2026-01-02T00:00:00Z');

describe('whose a tenant is', () => {
  it('is the one’s who was there first', () => {
    const first = made('dev', 'search', 'tenant-a', '2026-01-01T00:00:00Z');
    expect(rivalOf(OWN, [OWN, first])).toBe('search/dev');
    expect(rivalOf(first, [OWN, first])).toBeUndefined();
  });

  it('is nobody’s where that cannot be told', () => {
    const twin = made('dev', 'search', 'tenant-a', '2026-01-02T00:00:00Z');
    expect(rivalOf(OWN, [OWN, twin])).toBe('search/dev');
    expect(rivalOf(twin, [OWN, twin])).toBe('payments/dev');
  });

  it('is not in doubt where Secrets or namespaces differ', () => {
    const others = [
      made('dev', 'search', 'tenant-b', '2026-01-01T00:00:00Z'),
      made('test', 'search', 'tenant-a', '2026-01-01T00:00:00Z'),
    ];
    expect(rivalOf(OWN, [OWN, ...others])).toBeUndefined();
  });
});
