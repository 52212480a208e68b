import { Objects } from '../../apiserver/objects';
import { isObject } from '../../apiserver/types';
import { PodLogs } from '../logs/podLogs';
import { keySecretOf, Pod } from '../pods/pod';
import { LOGIN_USER } from '../shells/environment';
import { ensureHostKey } from '../shells/hostKey';
import { PodShells } from '../shells/podShells';
import { SshServer, startSshServer } from './sshServer';

/** The container of a workspace's pod in which people work (contract, section 2). */
const CONTAINER = 'workspace';

function authorizedKeysOf(pod: Pod, objects: Objects): string {
  const name = keySecretOf(pod);
  if (!name) return '';
  const { namespace } = pod.metadata;
  const data = objects.get('secrets', { namespace, name })?.data;
  const keys = isObject(data) ? data.authorized_keys : undefined;
  return Buffer.from(String(keys ?? ''), 'base64').toString();
}

/** Starts the SSH server of a workspace's pod: for the keys of its Secret, with the host key of its volume. */
export async function openWorkspaceSsh(
  pod: Pod,
  tools: { shells: PodShells; objects: Objects; logs: PodLogs },
): Promise<SshServer> {
  const { shells, objects, logs } = tools;
  const folder = await shells.folderOf(pod);
  const log = logs.current(pod.metadata.uid, CONTAINER);
  return startSshServer({
    hostKey: await ensureHostKey(folder.hostKeys, pod.metadata.name),
    user: LOGIN_USER,
    authorizedKeys: () => authorizedKeysOf(pod, objects),
    start: (request, environment) =>
      shells.start(pod, CONTAINER, request, environment),
    log: line => log.write(`${line}\n`),
  });
}
