import { assertTenantServer, tenantLookup } from './tenantServer';

const PLACE = {
  namespace: 'payments-dev',
  managementServer: 'https://butler.example.com:6443',
};

function check(server: string, place: object = {}) {
  return () => assertTenantServer(server, { ...PLACE, ...place });
}

describe('the server of a tenant', () => {
  it.each([
    ['https://tenant.example.com:6443', 'https://tenant.example.com:6443'],
    ['https://tenant.example.com:6443', 'tenant.example.com:6443'],
    ['https://198.51.100.4:6443', '198.51.100.4:6443'],
    ['https://[2001:db8::4]:6443', '[2001:db8::4]:6443'],
    ['https://tenant.example.com', 'tenant.example.com'],
    ['https://tenant.example.com:6443', undefined],
    ['https://cp.payments-dev.svc:6443', 'tenant.example.com:6443'],
    ['https://cp.payments-dev.svc.cluster.local:6443', '198.51.100.4:6443'],
  ])('may be %s where the status says %s', (server, endpoint) => {
    expect(check(server, { endpoint })).not.toThrow();
  });

  it.each([
    ['another host', 'https://evil.example.com:6443'],
    ['another port', 'https://tenant.example.com:2379'],
    ['a service of another namespace', 'https://cp.search-dev.svc:6443'],
    ['a name that only begins so', 'https://cp.payments-dev.svc.evil.com'],
    ['a deeper name', 'https://a.b.payments-dev.svc:6443'],
    ['a host with a password', 'https://u:p@tenant.example.com:6443'],
    ['a host with a query', 'https://tenant.example.com:6443?x='],
  ])('may not be %s', (_, server) => {
    const endpoint = 'tenant.example.com:6443';
    expect(check(server, { endpoint })).toThrow();
  });

  it.each([
    'https://butler.example.com:6443',
    'https://kubernetes.default.svc',
    'https://169.254.169.254',
    'https://[fe80::1]',
    'https://[::ffff:169.254.169.254]',
    'https://[fd00:ec2::254]',
    'https://127.0.0.1:6443',
    'https://2130706433:6443',
    'https://localhost:6443',
    'https://localhost.:6443',
    'https://[::1]:6443',
    'https://0.0.0.0',
    'https://[::]',
  ])('may not be %s even where the status says nothing or the same', server => {
    expect(check(server)).toThrow();
    expect(check(server, { endpoint: server })).toThrow();
  });

  it('may be on loopback where the management cluster is, but not be it', () => {
    const managementServer = 'https://127.0.0.1:6443';
    expect(check('https://127.0.0.1:7443', { managementServer })).not.toThrow();
    expect(check('https://127.0.0.1:6443', { managementServer })).toThrow();
  });

  it('may not have a name that leads to a forbidden address', async () => {
    const look = (managementServer: string) =>
      new Promise((resolve, reject) =>
        tenantLookup(managementServer)('localhost', { all: true }, (e, found) =>
          e ? reject(e) : resolve(found),
        ),
      );
    await expect(look('https://butler.example.com')).rejects.toThrow(
      /no address of a cluster/,
    );
    await expect(look('https://127.0.0.1:1')).resolves.not.toHaveLength(0);
  });
});
