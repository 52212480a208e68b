import { Sandbox } from '../sandbox';
import { startSandbox } from '../startSandbox';
import { aWorkspace, eventually } from '../__testUtils__/client';
import { WORKSPACE_SEEDS } from './workspaces';
import { loadSeeds } from './load';

describe('the seed', () => {
  let sandbox: Sandbox;
  afterEach(() => sandbox.stop());

  /** A workspace that goes its whole way: when it runs, the controllers have looked at all that came before it. */
  const settle = async () => {
    sandbox.objects.create('workspaces', aWorkspace('probe'));
    await eventually(() =>
      expect(
        sandbox.objects.get('workspaces', {
          namespace: 'payments',
          name: 'probe',
        })?.status,
      ).toMatchObject({ phase: 'Running' }),
    );
  };

  it('has the people, teams, clusters and templates that it promises', async () => {
    sandbox = await startSandbox();
    const names = (resource: string) =>
      sandbox.objects.list(resource).map(object => object.metadata.name);
    expect(names('users')).toEqual([
      'developer',
      'other-developer',
      'platform-admin',
      'team-admin',
      'viewer',
    ]);
    expect(names('teams')).toEqual(['payments', 'search']);
    expect(names('tenantclusters')).toEqual([
      'payments-dev',
      'payments-legacy',
      'search-dev',
    ]);
    expect(names('workspacetemplates')).toHaveLength(8);
    expect(names('butlerconfigs')).toEqual(['butler']);
  });

  it('is what the controllers would have left: they change nothing', async () => {
    sandbox = await startSandbox();
    const before = sandbox.objects.list('workspaces');
    expect(before.map(({ metadata }) => metadata.name).sort()).toEqual(
      WORKSPACE_SEEDS.map(({ name }) => name).sort(),
    );
    await settle();
    const after = sandbox.objects
      .list('workspaces')
      .filter(({ metadata }) => metadata.name !== 'probe');
    expect(after).toEqual(before);
  });

  it('holds for the load as well, and is the same every time', async () => {
    sandbox = await startSandbox({ workspaces: 300 });
    const phases = () =>
      sandbox.objects
        .list('workspaces')
        .filter(({ metadata }) => metadata.name.startsWith('load-'))
        .map(({ metadata, status }) => `${metadata.name} ${status?.phase}`)
        .sort();
    const seeded = loadSeeds(300)
      .map(({ name, phase }) => `${name} ${phase}`)
      .sort();
    expect(phases()).toEqual(seeded);
    await settle();
    expect(phases()).toEqual(seeded);
    const owners = loadSeeds(2000).filter(({ owner }) =>
      owner.startsWith('developer@'),
    );
    expect(owners.length / 2000).toBeCloseTo(0.05, 1);
  });
});
