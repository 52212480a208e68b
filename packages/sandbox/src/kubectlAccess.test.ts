import { Sandbox } from './sandbox';
import { startSandbox } from './startSandbox';
import { describeWithKubectl, Kubectl } from './__testUtils__/kubectl';

const DEVELOPER = ['--as', 'developer@example.com'];

describeWithKubectl('kubectl as the Portal’s service account', () => {
  let sandbox: Sandbox;
  let portal: Kubectl;

  beforeAll(async () => {
    sandbox = await startSandbox();
    portal = new Kubectl(sandbox.portalKubeconfig);
  });
  afterAll(async () => {
    await sandbox.stop();
    portal.close();
  });

  it('knows who it is', async () => {
    const { out } = await portal.run(['auth', 'whoami']);
    expect(out).toMatch(
      /^Username +system:serviceaccount:butler-portal:butler-portal$/m,
    );
    expect(out).toMatch(
      /^Groups +\[system:serviceaccounts system:serviceaccounts:butler-portal system:authenticated\]$/m,
    );
    const person = await portal.run(['auth', 'whoami', ...DEVELOPER]);
    expect(person.out).toMatch(/^Username +developer@example.com$/m);
    expect(person.out).toMatch(/^Groups +\[system:authenticated\]$/m);
  });

  it.each([
    ['yes', ['list', 'ws', '-A']],
    ['yes', ['patch', 'users.butler.butlerlabs.dev']],
    ['no', ['delete', 'users.butler.butlerlabs.dev']],
    ['no', ['create', 'ws', '-n', 'payments']],
    ['yes', ['create', 'ws', '-n', 'payments', ...DEVELOPER]],
    ['no', ['create', 'ws', '-n', 'search', ...DEVELOPER]],
    ['yes', ['get', '/version']],
    ['no', ['get', '/metrics']],
  ])('is told %s when it asks whether it may %j', async (answer, asked) => {
    const { code, out } = await portal.run(['auth', 'can-i', ...asked]);
    expect({ code, out: out.trim() }).toEqual({
      code: answer === 'yes' ? 0 : 1,
      out: answer,
    });
  });

  it('lists what it may do', async () => {
    const { out, err } = await portal.run(['auth', 'can-i', '--list']);
    expect(err).toBe('');
    expect(out).toMatch(/^workspaces\.butler\S+ +\[\] +\[\] +\[list watch\]/m);
    expect(out).toMatch(/^users +\[\] +\[\] +\[impersonate\]/m);
    const person = await portal.run([
      ...['auth', 'can-i', '--list', '-n', 'payments'],
      ...DEVELOPER,
    ]);
    expect(person.out).toMatch(/^workspaces\.butler\S+ .*\[create .*\]/m);
  });

  it('reads what a person may read, and is told what that person may not', async () => {
    const own = await portal.run([...DEVELOPER, 'get', 'ws', '-n', 'payments']);
    expect(own.out).toContain('checkout-refunds');
    const all = await portal.run([...DEVELOPER, 'get', 'ws', '-A']);
    expect({ code: all.code, err: all.err }).toEqual({
      code: 1,
      err: 'Error from server (Forbidden): workspaces.butler.butlerlabs.dev is forbidden: User "developer@example.com" cannot list resource "workspaces" in API group "butler.butlerlabs.dev" at the cluster scope\n',
    });
  });

  it('is told whom it may not be', async () => {
    const { err } = await portal.run([
      ...DEVELOPER,
      ...['--as-group', 'system:masters', 'get', 'ws', '-A'],
    ]);
    expect(err).toContain(
      'groups "system:masters" is forbidden: User "system:serviceaccount:butler-portal:butler-portal" cannot impersonate resource "groups" in API group "" at the cluster scope',
    );
  });
});
