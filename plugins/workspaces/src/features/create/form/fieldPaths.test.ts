import { kubernetesPath } from '../../../components/specForm';
import { fieldOfPath } from './fieldPaths';

describe('fieldOfPath', () => {
  it.each([
    ['name', 'name'],
    ['metadata.name', 'name'],
    ['spec.clusterRef.name', 'cluster'],
    ['spec.resources.cpu', 'cpu'],
    ['spec.storageSize', 'storage'],
    ['spec.repositories', 'repositories'],
    ['spec.repositories[0]', 'repositories.0.url'],
    ['spec.repositories[0].url', 'repositories.0.url'],
    ['spec.repositories[12].name', 'repositories.12.directory'],
    ['spec.repositories[1].secretRef.name', 'repositories.1.credential'],
    ['spec.dotfiles.url', 'dotfilesUrl'],
    ['spec.envFrom.container', 'env.container'],
    ['spec.sshPublicKeys[3]', 'keys.own'],
    ['spec.editorConfig.neovimInitLua', 'neovim.lua'],
  ])('finds the field of %s', (path, field) => {
    expect(fieldOfPath(path)).toBe(field);
  });

  it.each(['spec.owner', 'spec.repositories[0].depth', ''])(
    'knows no field for “%s”',
    path => {
      expect(fieldOfPath(path)).toBeUndefined();
    },
  );
});

it('writes paths as Kubernetes does', () => {
  expect(kubernetesPath(['spec', 'repositories', 0, 'url'])).toBe(
    'spec.repositories[0].url',
  );
});
