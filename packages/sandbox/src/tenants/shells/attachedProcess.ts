import { PassThrough, Writable } from 'node:stream';
import { LogStream } from '../logs/logStream';
import { Process } from './process';

/** The process that a container runs anyway, as far as others see of it: its output from now on. */
export function attachedProcess(log: LogStream): Process {
  const stdout = new PassThrough();
  const unfollow = log.follow({
    line: ({ text }) => stdout.write(`${text}\n`),
    end: () => stdout.end(),
  });
  if (log.ended) stdout.end();
  return {
    stdin: new Writable({ write: (_data, _encoding, done) => done() }),
    stdout,
    exited: new Promise(resolve => {
      stdout.on('end', () => resolve({ code: 0 }));
    }),
    resize() {},
    kill() {
      unfollow();
      stdout.end();
    },
  };
}
