import { timestamp } from '../apiserver/rest/metadata';
import { Objects } from '../apiserver/objects';
import { isObject, KubeObject } from '../apiserver/types';
import { ControllerContext } from '../controllers/context';
import { BUTLER_API } from '../names';
import { bindTeam, teamLabels } from '../controllers/teamAccess';
import { Workspace } from '../controllers/workspace/model';
import { makePod } from '../controllers/workspace/tenantPod';
import { authorizedKeys } from '../controllers/workspace/observe';
import {
  makeKeySecret,
  makeService,
  makeVolume,
  quotaOf,
} from '../controllers/workspace/tenantObjects';
import { publishTenant } from '../controllers/tenantClusterController';
import { podOf } from '../tenants/pods/pod';
import { runningStatus } from '../tenants/pods/podStatus';
import { createNamespaces } from '../managementCluster';
import { makeClusters } from './clusters';
import { loadSeeds, loadUsers } from './load';
import { installPortalAccess } from './portalAccess';
import { makeLoadUser, makePeople } from './people';
import { makeTeams } from './teams';
import { makeTemplates } from './templates';
import { seedWorkloads } from './workloads';
import { makeWorkspace, WorkspaceSeed, WORKSPACE_SEEDS } from './workspaces';

const DAY = 24 * 3_600_000;

const CONFIG: KubeObject = {
  apiVersion: BUTLER_API,
  kind: 'ButlerConfig',
  metadata: { name: 'butler' },
  spec: {},
};

function createAll(objects: Objects, plural: string, all: KubeObject[]): void {
  all.forEach(object => objects.create(plural, object));
}

function createTeamNamespaces(objects: Objects, teams: KubeObject[]): void {
  for (const { metadata } of teams) {
    objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: metadata.name,
        labels: teamLabels(metadata.name),
      },
    });
  }
}

/** The pod of a workspace that has run for a while. */
function runningPod({ clock }: ControllerContext, workspace: Workspace) {
  const pod = makePod(workspace);
  const cluster = workspace.spec.clusterRef.name;
  const at = workspace.metadata.creationTimestamp ?? timestamp(clock.now());
  return {
    ...pod,
    metadata: { ...pod.metadata, creationTimestamp: at },
    spec: { ...pod.spec, nodeName: `${cluster}-worker-1` },
    status: runningStatus(podOf(pod), at, '10.244.255.1', []),
  };
}

/** What a seeded workspace has in its tenant cluster: a volume, keys, and while it runs a pod; load gets by with the pod. */
function seedTenantObjects(
  context: ControllerContext,
  origin: WorkspaceSeed,
  object: KubeObject,
  withVolume: boolean,
): void {
  const tenant = context.tenants.get({
    namespace: origin.team,
    name: origin.cluster,
  });
  if (!tenant || origin.phase === 'Failed') return;
  const workspace = object as unknown as Workspace;
  if (withVolume) {
    tenant.objects.create('persistentvolumeclaims', makeVolume(workspace));
    tenant.objects.create(
      'secrets',
      makeKeySecret(workspace, authorizedKeys(context, workspace)),
    );
  }
  if (origin.phase !== 'Running') return;
  tenant.objects.create('pods', runningPod(context, workspace));
  if (origin.connected) {
    tenant.objects.create('services', {
      ...makeService(workspace),
      status: { loadBalancer: { ingress: [{ ip: origin.connected.address }] } },
    });
  }
}

function isEnabled({ spec }: KubeObject): boolean {
  return isObject(spec?.workspaces) && spec.workspaces.enabled === true;
}

/** Fills a fresh sandbox with people, teams, clusters, templates and workspaces that have lived for some days. */
export async function seed(
  context: ControllerContext,
  extraWorkspaces: number,
  impersonation: boolean,
): Promise<void> {
  const { objects, clock, tenants } = context;
  const now = clock.now().getTime();
  const daysAgo = (days: number) => timestamp(new Date(now - days * DAY));
  const members = loadUsers(extraWorkspaces);
  const joinedAt = daysAgo(90);
  createAll(objects, 'butlerconfigs', [CONFIG]);
  createAll(objects, 'users', [
    ...makePeople(joinedAt),
    ...[...members.payments, ...members.search].map(name =>
      makeLoadUser(name, joinedAt),
    ),
  ]);
  const teams = makeTeams(daysAgo(100), members);
  createTeamNamespaces(objects, teams);
  createAll(objects, 'teams', teams);
  teams.forEach(team => bindTeam(objects, team));
  installPortalAccess(objects, teams, impersonation);
  createAll(objects, 'workspacetemplates', makeTemplates(daysAgo(60)));
  const clusters = makeClusters(daysAgo(80), extraWorkspaces > 0);
  createNamespaces(
    objects,
    clusters.map(({ metadata }) => metadata.name),
  );
  for (const manifest of clusters) {
    const cluster = objects.create('tenantclusters', manifest);
    const tenant = await tenants.ensure(cluster.metadata);
    publishTenant(context, cluster, tenant);
    if (isEnabled(cluster)) {
      seedWorkloads(tenant.objects, String(cluster.metadata.namespace));
    }
  }
  for (const workspace of WORKSPACE_SEEDS) {
    const made = objects.create('workspaces', makeWorkspace(workspace, now));
    seedTenantObjects(context, workspace, made, true);
  }
  for (const workspace of loadSeeds(extraWorkspaces)) {
    const made = objects.create('workspaces', makeWorkspace(workspace, now));
    seedTenantObjects(context, workspace, made, false);
  }
  // Last of all: load may be more than a quota would let in.
  for (const cluster of objects.list('tenantclusters').filter(isEnabled)) {
    tenants
      .get(cluster.metadata)
      ?.objects.create('resourcequotas', quotaOf(cluster));
  }
}
