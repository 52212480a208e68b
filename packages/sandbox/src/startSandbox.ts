import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AdminServer, startAdminServer } from './admin/adminServer';
import { objectsOf } from './apiserver/objects';
import { SYSTEM_CLOCK } from './controllers/clock';
import { ControllerContext } from './controllers/context';
import { LIFELIKE_DELAYS, NO_DELAYS } from './controllers/delays';
import { startControllers } from './controllers/startControllers';
import { makeKubeconfig } from './kubeconfig';
import { makeManagementCluster } from './managementCluster';
import { Sandbox, SandboxOptions } from './sandbox';
import { seed } from './seed/seed';
import { TenantPool } from './tenants/tenantPool';

async function writePrivately(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o600 });
  // The mode above counts for new files only.
  await chmod(file, 0o600);
}

function reportToStderr(key: string, error: unknown): void {
  const text =
    error instanceof Error ? error.stack ?? error.message : String(error);
  process.stderr.write(`sandbox: ${key}: ${text}\n`);
}

/** Starts a Butler management cluster inside this process. */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const clock = options.clock ?? SYSTEM_CLOCK;
  const delays = options.delays === 'lifelike' ? LIFELIKE_DELAYS : NO_DELAYS;
  const empty = options.empty ?? false;
  const server = await makeManagementCluster({ empty, now: () => clock.now() });
  const { listener } = server;
  // First of all, so that a taken port is told before any work is done.
  await listener.listen(options.port ?? 0);
  const objects = objectsOf(server);
  const tenants = new TenantPool(clock, delays, reportToStderr);
  const context: ControllerContext = {
    server,
    objects,
    tenants,
    clock,
    delays,
    report: reportToStderr,
  };
  let admin: AdminServer | undefined;
  let stopControllers = () => {};
  if (!empty) {
    await seed(context, options.workspaces ?? 0);
    stopControllers = startControllers(context);
  }
  const { url, port } = listener;
  const { ca, token, log, faults, watches, store } = server;
  const kubeconfig = makeKubeconfig({ name: 'butler-sandbox', url, ca, token });
  if (options.kubeconfigFile) {
    await writePrivately(options.kubeconfigFile, kubeconfig);
  }
  const sandbox: Sandbox = {
    url,
    port,
    token,
    ca,
    kubeconfig,
    objects,
    tenant(cluster) {
      const tenant = tenants.get(cluster);
      return tenant && { url: tenant.url, objects: tenant.objects };
    },
    requests: { all: () => log.all(), clear: () => log.clear() },
    faults: {
      goAway: () => listener.close(),
      comeBack: () => listener.listen(port),
      cutWatches: () => watches.cut(),
      failNext: (count, fault) => faults.failNext(count, fault),
      expireHistory: () => store.compact(),
      stallWatches: stalled => watches.stall(stalled),
    },
    async stop() {
      await admin?.close();
      stopControllers();
      await listener.close();
      await tenants.stop();
    },
  };
  if (options.adminPort !== undefined) {
    admin = await startAdminServer(sandbox, options.adminPort);
    sandbox.adminUrl = admin.url;
  }
  return sandbox;
}
