import { ServerResponse } from 'node:http';
import { Subresource } from '../../apiserver/registry/subresource';
import { badRequest } from '../../apiserver/status/errors';
import { findContainer } from '../pods/findContainer';
import { ContainerStatus, Pod } from '../pods/pod';
import {
  formatLine,
  LogOptions,
  parseLogOptions,
  selectLines,
} from './logOptions';
import { LogStream } from './logStream';
import { PodLogs } from './podLogs';

/** Cuts a text off after so many bytes. */
function makeLimit(limitBytes: number | undefined): (text: string) => Buffer {
  let left = limitBytes ?? Infinity;
  return text => {
    const bytes = Buffer.from(text);
    const cut = bytes.subarray(0, Math.min(bytes.length, left));
    left -= cut.length;
    return cut;
  };
}

function statusOf(pod: Pod, container: string): ContainerStatus | undefined {
  return [
    ...(pod.status?.initContainerStatuses ?? []),
    ...(pod.status?.containerStatuses ?? []),
  ].find(({ name }) => name === container);
}

function openLog(
  logs: PodLogs,
  pod: Pod,
  container: string,
  previous: boolean,
): LogStream {
  const { name, uid } = pod.metadata;
  if (previous) {
    const found = logs.previous(uid, container);
    if (found) return found;
    throw badRequest(
      `previous terminated container ${JSON.stringify(
        container,
      )} in pod ${JSON.stringify(name)} not found`,
    );
  }
  const waiting = statusOf(pod, container)?.state.waiting;
  if (pod.status?.phase === 'Pending' && waiting) {
    throw badRequest(
      `container ${JSON.stringify(container)} in pod ${JSON.stringify(
        name,
      )} is waiting to start: ${waiting.reason}`,
    );
  }
  return logs.current(uid, container);
}

function send(
  response: ServerResponse,
  log: LogStream,
  options: LogOptions,
): void {
  const limit = makeLimit(options.limitBytes);
  const write = (text: string) => {
    const bytes = limit(text);
    if (bytes.length > 0) response.write(bytes);
  };
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  selectLines(log.lines, options).forEach(line =>
    write(formatLine(line, options.timestamps)),
  );
  if (!options.follow || log.ended) {
    response.end();
    return;
  }
  response.flushHeaders();
  const stop = log.follow({
    line: line => write(formatLine(line, options.timestamps)),
    end: () => response.end(),
  });
  response.on('close', stop);
}

/** `pods/log`: the output of a container. */
export function logSubresource(
  logs: PodLogs,
  getPod: (key: { namespace?: string; name?: string }) => Pod,
  now: () => number,
): Subresource {
  return {
    verbs: ['get'],
    async handle({ path, query, response }) {
      const pod = getPod(path);
      const options = parseLogOptions(query, pod.metadata.name, now());
      const container = findContainer(pod, options.container);
      const log = openLog(logs, pod, container, options.previous);
      send(response, log, options);
    },
  };
}
