import { stringify } from 'yaml';
import { Sandbox } from './sandbox';
import { startSandbox } from './startSandbox';
import { aWorkspace, eventually } from './__testUtils__/client';
import { describeWithKubectl, Kubectl } from './__testUtils__/kubectl';

describeWithKubectl('the real kubectl', () => {
  let sandbox: Sandbox;
  let admin: Kubectl;

  beforeAll(async () => {
    sandbox = await startSandbox();
    admin = new Kubectl(sandbox.kubeconfig);
  });
  afterAll(async () => {
    await sandbox.stop();
    admin.close();
  });

  const kubectl = (args: string[], input = '') => admin.run(args, { input });

  it('lists the workspaces of all teams', async () => {
    const { out } = await kubectl(['get', 'ws', '-A']);
    expect(out).toMatch(
      /^NAMESPACE +NAME +PHASE +CLUSTER +OWNER +IMAGE +CONNECTED +AGE\n/,
    );
    expect(out).toMatch(
      /payments +checkout-refunds +Running +payments-dev .* true +6d/,
    );
  });

  it.each(['tc', 'wst', 'teams', 'users', 'idp', 'crd', 'ns', 'secrets'])(
    'gets %s',
    async resource => {
      const { code, err } = await kubectl(['get', resource, '-A']);
      expect({ code, err: err.replace('No resources found\n', '') }).toEqual({
        code: 0,
        err: '',
      });
    },
  );

  it('applies a workspace, with validation, and sees that nothing changed', async () => {
    const manifest = stringify(aWorkspace('applied'));
    const first = await kubectl(['apply', '-f', '-'], manifest);
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining('created'),
    });
    const second = await kubectl(['apply', '-f', '-'], manifest);
    expect(second.out).toContain('unchanged');
    const wrong = await kubectl(
      ['apply', '-f', '-'],
      stringify(aWorkspace('wrong', { nope: 1 })),
    );
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('unknown field "spec.nope"');
  });

  it('describes, labels, annotates, patches and deletes', async () => {
    const at = ['-n', 'search', 'ws', 'synonyms'];
    const results = [
      await kubectl(['describe', ...at]),
      await kubectl(['label', ...at, 'tier=gold']),
      await kubectl(['annotate', ...at, 'note=hello']),
      await kubectl([
        'patch',
        ...at,
        '--type',
        'merge',
        '-p',
        '{"spec":{"image":"img:2"}}',
      ]),
      await kubectl(['delete', ...at]),
      await kubectl(['label', 'ns', 'default', 'a=b']),
    ];
    expect(results.map(({ code, err }) => ({ code, err }))).toEqual(
      results.map(() => ({ code: 0, err: '' })),
    );
    const gone = await kubectl(['get', ...at]);
    expect(gone.err).toContain(
      'workspaces.butler.butlerlabs.dev "synonyms" not found',
    );
  });

  it('watches the phases go by', async () => {
    const child = admin.start('get', 'ws', '-A', '-w');
    let seen = '';
    child.stdout.on('data', data => {
      seen += data;
    });
    await eventually(() => expect(seen).toContain('checkout-refunds'));
    sandbox.objects.create('workspaces', aWorkspace('watched'));
    await eventually(() => expect(seen).toMatch(/watched +Running/));
    expect(seen).toMatch(/watched +Pending/);
    expect(seen).toMatch(/watched +Creating/);
    child.kill();
  });

  it('waits for a phase', async () => {
    sandbox.objects.create('workspaces', aWorkspace('awaited'));
    const { code, out } = await kubectl([
      ...['wait', '-n', 'payments', 'ws/awaited', '--timeout=20s'],
      '--for=jsonpath={.status.phase}=Running',
    ]);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'workspace.butler.butlerlabs.dev/awaited condition met\n',
    });
  });

  it('edits, and says what is wrong with an edit', async () => {
    sandbox.objects.create('workspaces', aWorkspace('edited'));
    const edit = (script: string) =>
      admin.run(['edit', '-n', 'payments', 'ws', 'edited'], {
        env: { KUBE_EDITOR: `sed -i ${script}` },
      });
    const good = await edit('s/img:1/img:2/');
    expect(good).toMatchObject({
      code: 0,
      out: 'workspace.butler.butlerlabs.dev/edited edited\n',
    });
    const { spec } =
      sandbox.objects.get('workspaces', {
        namespace: 'payments',
        name: 'edited',
      }) ?? {};
    expect(spec).toMatchObject({ image: 'img:2' });
    const wrong = await edit('s/img:2/[]/');
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain(
      'workspaces.butler.butlerlabs.dev "edited" is invalid',
    );
  });

  it.each(['orphan', 'foreground', 'background'])(
    'deletes with --cascade=%s',
    async cascade => {
      const name = `goes-${cascade}`;
      sandbox.objects.create('workspaces', aWorkspace(name));
      const { code, out } = await kubectl([
        ...['delete', '-n', 'payments', 'ws', name],
        `--cascade=${cascade}`,
      ]);
      expect({ code, out }).toEqual({
        code: 0,
        out: `workspace.butler.butlerlabs.dev "${name}" deleted\n`,
      });
    },
  );

  it.each([
    ['ws.spec', 'idleTimeout'],
    ['secret', 'stringData'],
    ['clusterrole', 'aggregationRule'],
    ['namespace.status', 'phase'],
    ['crd.spec', 'versions'],
  ])('explains %s', async (field, contains) => {
    const { code, out } = await kubectl(['explain', field]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^  ${contains}\\t<.*>\\n {4}\\S`, 'm'));
  });
});

describeWithKubectl('the real kubectl in a tenant cluster', () => {
  let sandbox: Sandbox;
  let admin: Kubectl;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const cluster = { namespace: 'payments', name: 'payments-dev' };
    admin = new Kubectl(sandbox.tenant(cluster)?.kubeconfig ?? '');
  });
  afterAll(async () => {
    await sandbox.stop();
    admin.close();
  });

  it('finds the subresources of pods', async () => {
    const { out } = await admin.run(['get', '--raw', '/api/v1']);
    const { resources } = JSON.parse(out) as {
      resources: { name: string; kind: string; verbs: string[] }[];
    };
    const pods = resources
      .filter(({ name }) => name.startsWith('pods/'))
      .map(({ name, kind, verbs }) => [name, kind, verbs.join()]);
    expect(pods.sort()).toEqual([
      ['pods/attach', 'PodAttachOptions', 'create,get'],
      ['pods/exec', 'PodExecOptions', 'create,get'],
      ['pods/log', 'Pod', 'get'],
      ['pods/status', 'Pod', 'get,patch,update'],
    ]);
  });

  it('asks whether it may use them', async () => {
    const { code, out, err } = await admin.run([
      ...['auth', 'can-i', 'create', 'pods/exec', '-n', 'workspaces'],
      ...['--as', 'someone@example.com'],
    ]);
    expect({ code, out, err }).toEqual({ code: 1, out: 'no\n', err: '' });
  });

  it.each(['pod.spec', 'service', 'pvc', 'deployment.spec', 'node', 'event'])(
    'explains %s',
    async field => {
      const { code, out } = await admin.run(['explain', field]);
      expect(code).toBe(0);
      expect(out).toMatch(/DESCRIPTION:\n {4}\S/);
    },
  );

  it('grants what a role allows, and no more', async () => {
    const made = [
      ['create', 'role', 'reader', '--verb=get,list', '--resource=pods'],
      [
        ...['create', 'rolebinding', 'reader', '--role=reader'],
        '--user=reader@example.com',
      ],
    ];
    for (const args of made) {
      const { code, err } = await admin.run(['-n', 'workspaces', ...args]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
    const as = ['-n', 'workspaces', '--as', 'reader@example.com'];
    const pods = await admin.run([...as, 'get', 'pods']);
    expect(pods.out).toMatch(/^NAME +READY +STATUS/);
    const secrets = await admin.run([...as, 'get', 'secrets']);
    expect(secrets.err).toContain(
      'User "reader@example.com" cannot list resource "secrets"',
    );
  });
});
