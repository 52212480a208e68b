import {
  Subresource,
  SubresourceCall,
} from '../../apiserver/registry/subresource';
import { badRequest } from '../../apiserver/status/errors';
import { findContainer } from '../pods/findContainer';
import { Pod } from '../pods/pod';
import { Process, ProcessRequest } from '../shells/process';
import { Channels, openChannels } from './channels';
import { exitStatus, failedStatus } from './execStatus';

/** Starts a process in a container; without a command it is what the container runs anyway (attach). */
export type StartProcess = (
  pod: Pod,
  container: string,
  request: ProcessRequest,
) => Promise<Process>;

function flag(query: URLSearchParams, name: string): boolean {
  return ['true', '1'].includes(query.get(name) ?? '');
}

async function pump(
  output: AsyncIterable<Buffer> | undefined,
  send: (data: Buffer) => Promise<void>,
): Promise<void> {
  for await (const data of output ?? []) {
    await send(data);
  }
}

async function connect(
  channels: Channels,
  child: Process,
  wanted: { stdin: boolean; stdout: boolean; stderr: boolean },
): Promise<void> {
  channels.listen({
    stdin: data => wanted.stdin && child.stdin.write(data),
    stdinEnd: () => child.stdin.end(),
    resize: size => child.resize(size),
    closed: () => child.kill('SIGHUP'),
  });
  if (!wanted.stdin) child.stdin.end();
  const send = (stream: 'stdout' | 'stderr') => (data: Buffer) =>
    wanted[stream] ? channels.send(stream, data) : Promise.resolve();
  await Promise.all([
    // An empty message tells the client that the connection stands (`apiserver/pkg/util/wsstream`, used by kubelets).
    wanted.stdout && channels.send('stdout', Buffer.alloc(0)),
    pump(child.stdout, send('stdout')),
    pump(child.stderr, send('stderr')),
  ]);
  await channels.finish(exitStatus(await child.exited));
}

function readWanted({ query }: SubresourceCall) {
  const tty = flag(query, 'tty');
  const wanted = {
    stdin: flag(query, 'stdin'),
    stdout: flag(query, 'stdout'),
    // A terminal has one output only.
    stderr: flag(query, 'stderr') && !tty,
    tty,
  };
  if (!wanted.stdin && !wanted.stdout && !wanted.stderr) {
    throw badRequest('you must specify at least 1 of stdin, stdout, stderr');
  }
  return wanted;
}

/** `pods/exec` and `pods/attach` over WebSocket. */
function commandSubresource(
  kind: string,
  commandOf: (query: URLSearchParams) => string[],
  getPod: (key: { namespace?: string; name?: string }) => Pod,
  start: StartProcess,
): Subresource {
  return {
    verbs: ['create', 'get'],
    kind,
    async handle() {
      throw badRequest('Upgrade request required');
    },
    async upgrade(call, socket, head) {
      const pod = getPod(call.path);
      const container = findContainer(
        pod,
        call.query.get('container') || pod.spec.containers[0]?.name,
      );
      const command = commandOf(call.query);
      const wanted = readWanted(call);
      const channels = await openChannels(call.request, socket, head);
      try {
        const child = await start(pod, container, {
          command,
          ...(wanted.tty && { terminal: { type: 'xterm' } }),
        });
        await connect(channels, child, wanted);
      } catch (error) {
        await channels.finish(failedStatus((error as Error).message));
      }
    },
  };
}

/** `pods/exec`: runs a command in a container. */
export function execSubresource(
  getPod: (key: { namespace?: string; name?: string }) => Pod,
  start: StartProcess,
): Subresource {
  return commandSubresource(
    'PodExecOptions',
    query => {
      const command = query.getAll('command');
      if (command.length > 0) return command;
      throw badRequest('you must specify at least 1 command for the container');
    },
    getPod,
    start,
  );
}

/** `pods/attach`: follows the process that a container runs. */
export function attachSubresource(
  getPod: (key: { namespace?: string; name?: string }) => Pod,
  start: StartProcess,
): Subresource {
  return commandSubresource('PodAttachOptions', () => [], getPod, start);
}
