import { startAdminServer } from './admin/adminServer';
import { objectsOf } from './apiserver/objects';
import { SystemClock } from './runtime/clock';
import { ControllerControl } from './controllers/controllerControl';
import { ControllerContext } from './controllers/context';
import { LIFELIKE_DELAYS, NO_DELAYS } from './runtime/delays';
import { reopenTenants } from './controllers/reopenTenants';
import { startControllers } from './controllers/startControllers';
import { faultsOf } from './faults';
import { adminKubeconfig, serviceAccountKubeconfig } from './kubeconfig';
import { writeKubeconfig } from './kubeconfigFiles';
import { listenAsBefore, makeManagementCluster } from './managementCluster';
import { Opened } from './Opened';
import { MANAGEMENT, openState } from './openState';
import { Sandbox, SandboxOptions } from './sandbox';
import { PORTAL_ACCOUNT } from './seed/portalAccess';
import { seed } from './seed/seed';
import { tenantApi } from './tenantApi';
import { DataFolder } from './tenants/shells/folders';
import { TenantPool } from './tenants/tenantPool';

function reportToStderr(key: string, error: unknown): void {
  const text =
    error instanceof Error ? error.stack ?? error.message : String(error);
  process.stderr.write(`sandbox: ${key}: ${text}\n`);
}

/** Where the state file has how far the clock was put forward. */
const AHEAD = 'clock ahead';

/** Starts a Butler management cluster inside this process. */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const opened = new Opened();
  try {
    return await open(options, opened);
  } catch (error) {
    // Half a sandbox would keep its ports and its state file. What kept it from starting is the news,
    // not what its remains answer.
    await opened.close().catch(() => undefined);
    throw error;
  }
}

async function open(options: SandboxOptions, opened: Opened): Promise<Sandbox> {
  const delays = options.delays === 'lifelike' ? LIFELIKE_DELAYS : NO_DELAYS;
  const empty = options.empty ?? false;
  const state = options.stateFile
    ? await openState(options.stateFile, empty)
    : undefined;
  opened.add(() => state?.close());
  const journal = state?.journal(MANAGEMENT);
  const clock = options.clock ?? new SystemClock(journal?.recall(AHEAD));
  const control = new ControllerControl(clock);
  const server = await makeManagementCluster({
    empty,
    now: () => clock.now(),
    journal,
  });
  const { listener } = server;
  const objects = objectsOf(server);
  const data = options.shells ? new DataFolder(options.dataFolder) : undefined;
  opened.add(() => data?.close());
  const tenants = new TenantPool(
    {
      clock: control.clockOf('node'),
      delays,
      report: reportToStderr,
      data,
      gitMappings: options.gitMappings,
    },
    state,
  );
  opened.add(() => tenants.stop());
  // Before any work is done, so that a taken port is told at once.
  await listenAsBefore(listener, options.port ?? 0, journal);
  opened.add(() => listener.close());
  const context: ControllerContext = {
    server,
    objects,
    tenants,
    clock,
    delays,
    report: reportToStderr,
  };
  if (!empty) {
    if (state?.isNew ?? true) {
      const { workspaces = 0, impersonation = true } = options;
      await seed(context, workspaces, impersonation);
    } else {
      await reopenTenants(context);
    }
    opened.add(startControllers(context, control));
  }
  state?.commit();
  const { url, port } = listener;
  const { ca, token, log } = server;
  const kubeconfig = adminKubeconfig(server, 'butler-sandbox');
  const portalKubeconfig = empty
    ? ''
    : serviceAccountKubeconfig(server, 'butler-sandbox', PORTAL_ACCOUNT);
  if (options.kubeconfigFile) {
    opened.add(await writeKubeconfig(options.kubeconfigFile, kubeconfig));
  }
  if (options.portalKubeconfigFile && portalKubeconfig) {
    opened.add(
      await writeKubeconfig(options.portalKubeconfigFile, portalKubeconfig),
    );
  }
  const sandbox: Sandbox = {
    url,
    port,
    token,
    ca,
    kubeconfig,
    portalKubeconfig,
    objects,
    tenant(cluster) {
      const tenant = tenants.get(cluster);
      return tenant && tenantApi(tenant);
    },
    requests: log,
    faults: faultsOf(server),
    controllers: {
      pause: (...names) => control.pause(...names),
      resume: (...names) => control.resume(...names),
      async advance(milliseconds) {
        await clock.advance(milliseconds);
        journal?.remember(AHEAD, clock.ahead);
      },
    },
    stop: () => opened.close(),
  };
  if (options.adminPort !== undefined) {
    const admin = await startAdminServer(sandbox, options.adminPort);
    opened.add(() => admin.close());
    sandbox.adminUrl = admin.url;
  }
  return sandbox;
}
