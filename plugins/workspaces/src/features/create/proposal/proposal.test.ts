import {
  isWorkspaceName,
  MAX_WORKSPACE_NAME_LENGTH,
} from '@butler-portal/plugin-butler-common';
import { aTemplate } from '../../../__testUtils__';
import { NO_ENV } from '../../../components/specForm';
import { aCluster } from '../__testUtils__/fixtures';
import { propose } from './proposal';
import { proposeName } from './proposeName';
import { forgetLostCluster, NOTHING_PROPOSED, repropose } from './repropose';

const FREE = () => false;
const SOURCES = {
  clusters: [aCluster()],
  cluster: 'dev-eu',
  email: 'dev@example.com',
  isTaken: FREE,
};

describe('proposeName', () => {
  const name = (sources: Partial<Parameters<typeof proposeName>[0]>) =>
    proposeName({ email: 'Dev.One+x@example.com', isTaken: FREE, ...sources });

  it('is made of the template and the person', () => {
    expect(name({ template: 'go' })).toBe('go-dev-one');
  });

  it('is made of the repository where there is one', () => {
    expect(name({ repositoryUrl: 'git@git.example.com:a/My_API.git' })).toBe(
      'my-api-dev-one',
    );
    expect(name({ repositoryUrl: 'half a ur' })).toBe('workspace-dev-one');
  });

  it('is one that nobody in the team has, and always a name', () => {
    const taken = new Set(['go-dev-one', 'go-dev-one-2']);
    expect(name({ template: 'go', isTaken: text => taken.has(text) })).toBe(
      'go-dev-one-3',
    );
    const long = name({
      template: 'x'.repeat(90),
      isTaken: text => !text.endsWith('-2'),
    });
    expect(long).toHaveLength(MAX_WORKSPACE_NAME_LENGTH);
    expect(isWorkspaceName(long)).toBe(true);
  });
});

describe('propose', () => {
  it('takes image, repositories and resources from the template', () => {
    expect(propose({ ...SOURCES, template: aTemplate() })).toEqual({
      name: 'go-dev',
      cluster: 'dev-eu',
      image: 'ghcr.io/acme/go:1.24',
      repositories: [
        {
          url: 'https://git.example.com/acme/ledger.git',
          branch: '',
          directory: '',
          credential: '',
        },
      ],
      dotfilesUrl: '',
      dotfilesCommand: '',
      env: NO_ENV,
      cpu: '4',
      memory: '8Gi',
      storage: '20Gi',
    });
  });

  it('takes dotfiles and the workload of the environment from the template', () => {
    const template = aTemplate('go', {
      template: {
        image: 'ghcr.io/acme/go:1.24',
        dotfiles: { url: 'https://git.example.com/me/dots' },
        envFrom: { name: 'api', namespace: 'shop' },
      },
    });
    expect(propose({ ...SOURCES, template })).toMatchObject({
      dotfilesUrl: 'https://git.example.com/me/dots',
      env: { kind: 'Deployment', name: 'api', namespace: 'shop' },
    });
  });

  it('puts the repositories of a link first, once', () => {
    const template = aTemplate();
    const urls = (...linked: string[]) =>
      propose({
        ...SOURCES,
        template,
        linkedRepositories: linked.map(url => ({ url, branch: '' })),
      }).repositories.map(({ url }) => url);
    const ledger = 'https://git.example.com/acme/ledger.git';
    expect(urls('https://git.example.com/acme/web')).toEqual([
      'https://git.example.com/acme/web',
      ledger,
    ]);
    expect(urls(ledger)).toEqual([ledger]);
    expect(urls('b', ledger, 'a', 'b')).toEqual(['b', 'a', ledger]);
  });

  it('takes the image of the cluster and the usual size from scratch', () => {
    expect(propose(SOURCES)).toMatchObject({
      image: 'ghcr.io/acme/base:1',
      repositories: [],
      cpu: '2',
      memory: '4Gi',
      storage: '10Gi',
    });
  });

  it('proposes the cluster that was used last, else the first that takes workspaces', () => {
    const off = aCluster({ name: 'off', enabled: false });
    const clusters = [off, aCluster(), aCluster({ name: 'dev-us' })];
    const cluster = (lastCluster?: string) =>
      propose({ ...SOURCES, clusters, lastCluster }).cluster;
    expect(cluster('dev-us')).toBe('dev-us');
    expect(cluster('off')).toBe('dev-eu');
    expect(cluster()).toBe('dev-eu');
    expect(propose({ ...SOURCES, clusters: [off] }).cluster).toBe('');
  });
});

describe('repropose', () => {
  const scratch = propose(SOURCES);
  const go = propose({ ...SOURCES, template: aTemplate() });

  it('fills a form that nobody has touched', () => {
    const changes = repropose(NOTHING_PROPOSED, NOTHING_PROPOSED, go);
    expect({ ...NOTHING_PROPOSED, ...changes }).toEqual(go);
  });

  it('never overwrites what was edited by hand', () => {
    const values = { ...scratch, image: 'ghcr.io/me/mine:1', cpu: '' };
    const changes = repropose(values, scratch, go);
    expect(changes).not.toHaveProperty('image');
    expect(changes).not.toHaveProperty('cpu');
    expect(changes).toMatchObject({ memory: '8Gi', storage: '20Gi' });
  });

  it('keeps a list of repositories in which one line was edited', () => {
    const repositories = [{ ...go.repositories[0], branch: 'next' }];
    expect(repropose({ ...go, repositories }, go, scratch)).not.toHaveProperty(
      'repositories',
    );
  });

  it('changes nothing when the proposal stays', () => {
    expect(repropose(go, go, go)).toEqual({});
  });

  it('lets a cluster go that the newly chosen team does not have', () => {
    const values = { ...scratch, cluster: 'of-the-other-team' };
    const before = forgetLostCluster(values, scratch, SOURCES.clusters);
    expect(repropose(values, before, scratch)).toEqual({ cluster: 'dev-eu' });
  });
});
