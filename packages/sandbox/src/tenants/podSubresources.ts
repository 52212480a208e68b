import { ApiServer } from '../apiserver/apiServer';
import { Subresource } from '../apiserver/registry/subresource';
import { ObjectKey } from '../apiserver/types';
import {
  attachSubresource,
  execSubresource,
  StartProcess,
} from './exec/execSubresource';
import { logSubresource } from './logs/logSubresource';
import { PodLogs } from './logs/podLogs';
import { Pod, podOf } from './pods/pod';
import { attachedProcess } from './shells/attachedProcess';
import { PodShells } from './shells/podShells';
import { refusedProcess } from './shells/refusedProcess';

const SHELLS_OFF =
  'Shells are off in this sandbox: nothing can be run in its pods. Start it without --no-shells (in code: with shells: true).';

/** What a node adds to the pods of its API server: their logs and processes. */
export function podSubresources(
  server: ApiServer,
  tools: { logs: PodLogs; shells?: PodShells; now: () => Date },
): Record<string, Subresource> {
  const { logs, shells, now } = tools;
  const pods = server.registry.byPlural('pods');
  const getPod = ({ namespace, name = '' }: Partial<ObjectKey>): Pod =>
    podOf(server.rest.get(pods, { namespace, name }));
  const start: StartProcess = (pod, container, request) =>
    shells
      ? shells.start(pod, container, request)
      : Promise.resolve(refusedProcess(SHELLS_OFF, !!request.terminal));
  const attach: StartProcess = async (pod, container) =>
    attachedProcess(logs.current(pod.metadata.uid, container));
  return {
    log: logSubresource(logs, getPod, () => now().getTime()),
    exec: execSubresource(getPod, start),
    attach: attachSubresource(getPod, attach),
  };
}
