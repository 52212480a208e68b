import { Objects } from '../../apiserver/objects';
import { timestamp } from '../../apiserver/rest/metadata';
import { isObject } from '../../apiserver/types';
import { PodLogs } from '../logs/podLogs';
import { Pod } from '../pods/pod';
import { InitResult } from '../pods/podStatus';
import { PodShells } from '../shells/podShells';
import { installDotfiles } from './dotfiles';
import { gitClone } from './gitClone';
import { InitContext } from './initContext';

/** The init containers of a workspace, by name; others have nothing to do here. */
const WORK: Record<
  string,
  (context: InitContext) => Promise<string | undefined>
> = { 'git-clone': gitClone, dotfiles: installDotfiles };

function readSecret(
  objects: Objects,
  namespace: string,
  name: string,
): Record<string, string> {
  const data = objects.get('secrets', { namespace, name })?.data;
  return Object.fromEntries(
    Object.entries(isObject(data) ? data : {}).map(([key, value]) => [
      key,
      Buffer.from(String(value), 'base64').toString(),
    ]),
  );
}

async function work(
  pod: Pod,
  container: string,
  tools: { shells?: PodShells; objects: Objects; logs: PodLogs },
): Promise<string | undefined> {
  const { shells, objects, logs } = tools;
  const log = logs.current(pod.metadata.uid, container);
  const run = WORK[container];
  if (!run) return undefined;
  if (!shells) {
    log.write('Shells are off in this sandbox: nothing is done here\n');
    return undefined;
  }
  return run({
    pod,
    container,
    shells,
    log,
    folder: await shells.folderOf(pod),
    environment: await shells.environmentOf(pod, container),
    secret: name => readSecret(objects, pod.metadata.namespace, name),
  });
}

/** Runs a pod's init containers, one after the other. */
export async function runInitContainers(
  pod: Pod,
  tools: {
    shells?: PodShells;
    objects: Objects;
    logs: PodLogs;
    now: () => Date;
  },
): Promise<InitResult[]> {
  const results: InitResult[] = [];
  for (const { name } of pod.spec.initContainers ?? []) {
    const startedAt = timestamp(tools.now());
    const message = await work(pod, name, tools);
    tools.logs.current(pod.metadata.uid, name).end();
    const finishedAt = timestamp(tools.now());
    results.push({ name, startedAt, finishedAt, message });
  }
  return results;
}
