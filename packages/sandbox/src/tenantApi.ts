import { faultsOf } from './faults';
import { TenantApi } from './sandbox';
import { Tenant } from './tenants/startTenant';

/** A tenant cluster, as far as those who use the sandbox see it. */
export function tenantApi({
  url,
  kubeconfig,
  objects,
  logs,
  server,
}: Tenant): TenantApi {
  return {
    url,
    kubeconfig,
    objects,
    writeLog(pod, container, text) {
      const uid = objects.get('pods', pod)?.metadata.uid;
      if (!uid) throw new Error(`there is no pod ${pod.namespace}/${pod.name}`);
      logs.current(uid, container).write(text);
    },
    requests: server.log,
    faults: faultsOf(server),
  };
}
