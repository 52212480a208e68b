import type { Workspace } from '@butler-portal/plugin-butler-common';
import { workspace } from '../__testUtils__/objects';
import { IDEMPOTENCY_ANNOTATION } from './idempotency';
import { serializeWorkspace, workspaceJson } from './serialize';

function withSecrets(): Workspace {
  const base = workspace('api', {
    annotations: {
      'butler.butlerlabs.dev/connect': 'true',
      'kubectl.kubernetes.io/last-applied-configuration': 'SECRET',
      'example.com/other': 'SECRET',
      [IDEMPOTENCY_ANNOTATION]: 'SECRET',
    },
    status: { phase: 'Running' },
  });
  const secrets = {
    ...base,
    metadata: { ...base.metadata, managedFields: ['SECRET'] },
    spec: {
      ...base.spec,
      sshPublicKeys: ['SECRET'],
      editorConfig: {
        neovimConfigRepo: 'https://example.com/nvim.git',
        neovimInitLua: 'SECRET',
        neovimConfigArchive: 'SECRET',
      },
      somethingNew: 'SECRET',
    },
    status: { ...base.status, somethingNew: 'SECRET' },
    extra: 'SECRET',
  };
  return secrets;
}

describe('a workspace in an answer', () => {
  it('holds what is on the list and nothing else', () => {
    const json = JSON.stringify(serializeWorkspace(withSecrets()));
    expect(json).not.toContain('SECRET');
    expect(JSON.parse(json)).toMatchObject({
      metadata: { annotations: { 'butler.butlerlabs.dev/connect': 'true' } },
      spec: {
        editorConfig: { neovimConfigRepo: 'https://example.com/nvim.git' },
      },
      status: { phase: 'Running' },
    });
  });

  it('carries the team of its namespace, whatever label it had', () => {
    const object = workspace('api');
    object.metadata.labels = { 'butler.butlerlabs.dev/team': 'somebody-elses' };
    expect(
      JSON.parse(workspaceJson(object, 'payments').toString()).metadata.labels,
    ).toEqual({
      'butler.butlerlabs.dev/team': 'payments',
    });
    expect(object.metadata.labels['butler.butlerlabs.dev/team']).toBe(
      'somebody-elses',
    );
  });

  it('is written once a version', () => {
    const object = workspace('api');
    expect(workspaceJson(object, 'payments')).toBe(
      workspaceJson(object, 'payments'),
    );
    expect(String(workspaceJson(object, 'search'))).toContain('"search"');
  });
});
