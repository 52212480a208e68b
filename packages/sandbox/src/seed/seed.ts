import { timestamp } from '../apiserver/rest/metadata';
import { Objects } from '../apiserver/objects';
import { KubeObject } from '../apiserver/types';
import { ControllerContext } from '../controllers/context';
import { BUTLER_API } from '../controllers/names';
import { bindTeam, teamLabels } from '../controllers/teamAccess';
import { Workspace } from '../controllers/workspace/model';
import { makePod } from '../controllers/workspace/tenantPod';
import { authorizedKeys } from '../controllers/workspace/observe';
import {
  makeKeySecret,
  makeService,
  makeVolume,
} from '../controllers/workspace/tenantObjects';
import { publishTenant } from '../controllers/tenantClusterController';
import { createNamespaces } from '../managementCluster';
import { makeClusters } from './clusters';
import { loadSeeds, loadUsers } from './load';
import { installPortalAccess } from './portalAccess';
import { makeLoadUser, makePeople } from './people';
import { makeTeams } from './teams';
import { makeTemplates } from './templates';
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
  tenant.objects.create('pods', {
    ...makePod(workspace),
    status: { phase: 'Running' },
  });
  if (origin.connected) {
    tenant.objects.create('services', {
      ...makeService(workspace),
      status: { loadBalancer: { ingress: [{ ip: origin.connected.address }] } },
    });
  }
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
    publishTenant(context, cluster, await tenants.ensure(cluster.metadata));
  }
  for (const workspace of WORKSPACE_SEEDS) {
    const made = objects.create('workspaces', makeWorkspace(workspace, now));
    seedTenantObjects(context, workspace, made, true);
  }
  for (const workspace of loadSeeds(extraWorkspaces)) {
    const made = objects.create('workspaces', makeWorkspace(workspace, now));
    seedTenantObjects(context, workspace, made, false);
  }
}
