import { Workbench } from '../../__testUtils__/workbench';
import { Condition } from '../../controllers/workspace/model';
import { TENANT_NAMESPACE } from '../../names';
import { installCommand } from './dotfiles';
import { gitLogin } from './gitCredentials';
import { planCheckouts, repositoryName } from './repositories';

describe('where repositories go', () => {
  it.each([
    ['https://git.example.com/team/shop.git', 'shop'],
    ['ssh://git@git.example.com:22/team/shop', 'shop'],
    ['git@git.example.com:shop.git', 'shop'],
    ['https://git.example.com/team/shop/', 'shop'],
  ])('names %s %s', (url, name) => expect(repositoryName(url)).toBe(name));

  it('puts one into src, and several side by side', () => {
    const [one, two] = [
      { url: 'https://a/one.git' },
      { url: 'https://a/two', name: 'zwei' },
    ];
    expect(planCheckouts([one])).toMatchObject([
      { path: 'src', branch: 'main' },
    ]);
    expect(planCheckouts([one, two])).toMatchObject([
      { path: 'one' },
      { path: 'zwei' },
    ]);
  });
});

describe('how dotfiles are installed', () => {
  it.each([
    [
      ['setup', 'install', 'Makefile', 'bootstrap.sh'],
      ['sh', './install'],
    ],
    [
      ['Makefile', 'setup.sh', 'bootstrap'],
      ['sh', './bootstrap'],
    ],
    [['Makefile', 'README.md'], ['make']],
    [['README.md'], undefined],
  ])('with %j: %j', (files, command) =>
    expect(installCommand(undefined, files)).toEqual(command),
  );

  it('takes the given command before all, and runs what can be run itself', () => {
    expect(installCommand('./mine -x', ['install.sh'])).toEqual([
      'sh',
      '-c',
      './mine -x',
    ]);
    expect(installCommand(undefined, ['install.sh'], ['install.sh'])).toEqual([
      './install.sh',
    ]);
  });
});

describe('how git logs in', () => {
  it('keeps secrets out of the arguments and asks nobody', () => {
    const login = gitLogin('https://git.example.com/a.git', {
      username: 'dev',
      password: 'hush',
    });
    expect(login.arguments.join(' ')).not.toContain('hush');
    expect(login.arguments.join(' ')).toContain(
      'credential.https://git.example.com.helper',
    );
    expect(login.environment).toMatchObject({
      GIT_TERMINAL_PROMPT: '0',
      GIT_LOGIN_PASSWORD: 'hush',
    });
    expect(
      gitLogin('git@git.example.com:a.git', { 'ssh-privatekey': 'KEY' }),
    ).toMatchObject({ sshKey: 'KEY\n' });
  });
});

describe('the init containers of a workspace', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.start();
  });
  afterAll(() => bench.stop());

  const conditions = (name: string) =>
    (bench.workspace(name)?.status?.conditions ?? []) as Condition[];
  const podOf = (name: string) =>
    bench.tenant.objects.get('pods', {
      namespace: TENANT_NAMESPACE,
      name: `ws-${name}`,
    });

  it('clones several repositories side by side, with a file for editors', async () => {
    const urls = [
      await bench.repository('one.git', { 'a.txt': 'A' }),
      await bench.repository('two.git', { 'b.txt': 'B' }),
    ];
    await bench.create('several', { repositories: urls.map(url => ({ url })) });
    const port = await bench.connect('several');
    const { out } = await bench.ssh(port, [
      'cat one/a.txt two/b.txt workspace.code-workspace',
    ]);
    expect(out).toContain('AB{');
    expect(JSON.parse(out.slice(2)).folders).toEqual([
      { path: 'one' },
      { path: 'two' },
    ]);
  });

  it('goes on without a repository that can not be cloned, and says so', async () => {
    await bench.create('without', {
      repositories: [{ url: 'https://git.test/missing.git' }],
    });
    expect(
      conditions('without').find(({ type }) => type === 'RepositoryCloned'),
    ).toMatchObject({
      status: 'False',
      reason: 'CloneFailed',
      message: expect.stringContaining('https://git.test/missing.git'),
    });
    expect(podOf('without')?.status).toMatchObject({
      initContainerStatuses: [
        {
          state: {
            terminated: {
              exitCode: 0,
              message: expect.stringContaining('could not clone'),
            },
          },
        },
      ],
    });
    expect(await bench.log('ws-without', 'git-clone')).toMatch(
      /^warning: could not clone https:\/\/git\.test\/missing\.git: .*; the workspace goes on without it$/m,
    );
  });

  it('installs dotfiles with HOME inside the volume', async () => {
    const url = await bench.repository('dotfiles.git', {
      'install.sh':
        '#!/bin/sh\necho "alias ll=ls" > "$HOME/.aliases"; echo done\n',
      Makefile: 'all:\n\tfalse\n',
    });
    await bench.create('dotted', { dotfiles: { url } });
    expect(
      conditions('dotted').find(({ type }) => type === 'DotfilesInstalled')
        ?.status,
    ).toBe('True');
    const port = await bench.connect('dotted');
    expect((await bench.ssh(port, ['cat ~/.aliases'])).out).toBe(
      'alias ll=ls\n',
    );
  });

  it('copies literal variables of a workload, and no others', async () => {
    await bench.create('copied', {
      envFrom: { kind: 'Deployment', namespace: 'shop', name: 'checkout' },
    });
    const port = await bench.connect('copied');
    const { out } = await bench.ssh(port, ['env']);
    expect(out).toContain('CURRENCY=EUR\n');
    expect(out).not.toContain('DATABASE_PASSWORD');
    expect(out).not.toContain('POD_NAME');
  });
});
