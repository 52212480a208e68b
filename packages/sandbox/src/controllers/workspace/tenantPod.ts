import { JsonObject, KubeObject } from '../../apiserver/types';
import { planCheckouts } from '../../tenants/init/repositories';
import { Container, EnvVar } from '../../tenants/pods/pod';
import { SSH_PORT, tenantNames } from '../../names';
import { RepositorySpec, Workspace } from './model';
import { tenantMetadata } from './tenantObjects';

/** The repositories of a workspace; the deprecated single one counts where there are no others. */
export function repositoriesOf({ spec }: Workspace): RepositorySpec[] {
  if (spec.repositories?.length) return spec.repositories;
  return spec.repository ? [spec.repository] : [];
}

function variable(name: string, value: string | undefined): EnvVar[] {
  return value === undefined ? [] : [{ name, value }];
}

function initContainers(workspace: Workspace, common: JsonObject): Container[] {
  const { dotfiles } = workspace.spec;
  const checkouts = planCheckouts(repositoriesOf(workspace));
  const secret = tenantNames(workspace.metadata.name).gitCredentials;
  return [
    ...(checkouts.length > 0
      ? [
          {
            name: 'git-clone',
            ...common,
            env: [
              ...variable('REPOSITORIES', JSON.stringify(checkouts)),
              ...(checkouts.some(({ credentials }) => credentials)
                ? variable('GIT_CREDENTIALS_SECRET', secret)
                : []),
            ],
          },
        ]
      : []),
    ...(dotfiles
      ? [
          {
            name: 'dotfiles',
            ...common,
            env: [
              ...variable('DOTFILES_URL', dotfiles.url),
              ...variable('DOTFILES_INSTALL_COMMAND', dotfiles.installCommand),
            ],
          },
        ]
      : []),
  ];
}

/** The pod of a workspace, with the variables that it copies from a workload. */
export function makePod(workspace: Workspace, env: EnvVar[] = []): KubeObject {
  const { spec } = workspace;
  const names = tenantNames(workspace.metadata.name);
  const common = {
    image: spec.image,
    resources: {
      limits: {
        cpu: spec.resources?.cpu ?? '2',
        memory: spec.resources?.memory ?? '4Gi',
      },
    },
    volumeMounts: [{ name: 'workspace', mountPath: '/workspace' }],
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: tenantMetadata(names.pod, workspace),
    spec: {
      initContainers: initContainers(workspace, common),
      containers: [
        {
          name: 'workspace',
          ...common,
          ports: [{ containerPort: SSH_PORT, name: 'ssh' }],
          ...(env.length > 0 && { env }),
        },
      ],
      volumes: [
        {
          name: 'workspace',
          persistentVolumeClaim: { claimName: names.volume },
        },
        { name: 'ssh-keys', secret: { secretName: names.sshKeys } },
      ],
    },
  };
}
