import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Sandbox } from './sandbox';
import { startSandbox } from './startSandbox';
import { aWorkspace, eventually } from './__testUtils__/client';

const HAS_KUBECTL = !spawnSync('kubectl', ['version', '--client']).error;
const describeWithKubectl = HAS_KUBECTL ? describe : describe.skip;

jest.setTimeout(60_000);

interface Result {
  code: number | null;
  out: string;
  err: string;
}

describeWithKubectl('the real kubectl', () => {
  let folder: string;
  let sandbox: Sandbox;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-kubectl-'));
    sandbox = await startSandbox({
      kubeconfigFile: join(folder, 'kubeconfig'),
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  const start = (...args: string[]) =>
    spawn('kubectl', args, {
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        KUBECONFIG: join(folder, 'kubeconfig'),
      },
    });

  /** The sandbox is in this very process, which therefore must not block while kubectl runs. */
  const kubectl = (args: string[], input = ''): Promise<Result> =>
    new Promise(resolve => {
      const child = start(...args);
      const result: Result = { code: null, out: '', err: '' };
      child.stdout.on('data', data => {
        result.out += data;
      });
      child.stderr.on('data', data => {
        result.err += data;
      });
      child.on('close', code => resolve({ ...result, code }));
      child.stdin.end(input);
    });

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
    const child = start('get', 'ws', '-A', '-w');
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
});
