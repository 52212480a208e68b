import { GIT_CREDENTIAL_TYPES } from '@butler-portal/plugin-butler-common';
import type {
  ClusterAnswer,
  GitCredentialList,
  QuotaLine,
  WorkloadList,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { answer } from './answer';
import { metadata } from './common';
import type { Served } from './common';

const quotaLine = answer<QuotaLine>('QuotaLine')(
  z.object({
    limit: z.string().meta({ description: 'Left out: unlimited' }).optional(),
    used: z.string(),
    left: z.string().meta({ description: 'Left out: unlimited' }).optional(),
  }),
);

/** Nothing that leads to the cluster's credentials is served. */
type ServedCluster = Omit<Served<ClusterAnswer>, 'status'> & {
  status?: Pick<
    NonNullable<ClusterAnswer['status']>,
    'phase' | 'workerNodesReady' | 'workerNodesDesired'
  >;
};

const cluster = answer<ServedCluster>('Cluster')(
  z.object({
    apiVersion: z.string(),
    kind: z.literal('TenantCluster'),
    metadata,
    spec: z.object({
      kubernetesVersion: z.string().optional(),
      teamRef: z.object({ name: z.string() }).optional(),
      workers: z.object({ replicas: z.number().optional() }).optional(),
      workspaces: z
        .object({
          enabled: z.boolean().optional(),
          defaultImage: z.string().optional(),
          maxWorkspaces: z
            .number()
            .meta({ description: '0: unlimited' })
            .optional(),
          resourceQuota: z
            .object({
              maxCPU: z.string().optional(),
              maxMemory: z.string().optional(),
              maxStorage: z.string().optional(),
            })
            .optional(),
          autoDeleteAfter: z
            .string()
            .meta({ description: 'Go duration; 0 means never' })
            .optional(),
        })
        .optional(),
    }),
    status: z
      .object({
        phase: z
          .enum([
            'Pending',
            'Provisioning',
            'Installing',
            'Ready',
            'Updating',
            'Deleting',
            'Failed',
          ])
          .optional(),
        workerNodesReady: z.number().optional(),
        workerNodesDesired: z.number().optional(),
      })
      .optional(),
    quota: z.object({
      count: quotaLine,
      cpu: quotaLine,
      memory: quotaLine,
      storage: quotaLine,
    }),
    usualStartSeconds: z.number().optional(),
  }),
);

/** `GET /teams/:team/clusters` */
export const clusterList = answer<{ items: ServedCluster[] }>('ClusterList')(
  z.object({ items: z.array(cluster) }),
);

/** `GET /teams/:team/git-credentials` */
export const gitCredentialList = answer<GitCredentialList>('GitCredentialList')(
  z.object({
    items: z.array(
      z.object({ name: z.string(), type: z.enum(GIT_CREDENTIAL_TYPES) }),
    ),
  }),
);

/** `GET /teams/:team/clusters/:cluster/workloads` */
export const workloadList = answer<WorkloadList>('WorkloadList')(
  z.object({
    namespaces: z.array(z.string()),
    items: z.array(
      z.object({
        kind: z.enum(['Deployment', 'StatefulSet']),
        namespace: z.string(),
        name: z.string(),
        containers: z.array(
          z.object({
            name: z.string(),
            env: z.array(
              z.object({
                name: z.string(),
                copied: z
                  .boolean()
                  .meta({ description: 'Whether a workspace would get it' }),
                source: z
                  .enum([
                    'secretKeyRef',
                    'configMapKeyRef',
                    'fieldRef',
                    'resourceFieldRef',
                    'other',
                  ])
                  .optional(),
              }),
            ),
            envFrom: z.array(
              z.object({
                source: z.enum(['configMapRef', 'secretRef']),
                name: z.string(),
              }),
            ),
          }),
        ),
      }),
    ),
    truncated: z.boolean(),
  }),
);
