import { PassThrough, Readable, Writable } from 'node:stream';
import { Process } from './process';

const NOT_EXECUTABLE = 126;

/** A process that ends at once and says on stderr why (on stdout where a terminal was asked for). */
export function refusedProcess(why: string, terminal: boolean): Process {
  const text = Readable.from([Buffer.from(`${why}\n`)]);
  const nothing = new PassThrough().end();
  return {
    stdin: new Writable({ write: (_data, _encoding, done) => done() }),
    stdout: terminal ? text : nothing,
    ...(!terminal && { stderr: text }),
    exited: Promise.resolve({ code: NOT_EXECUTABLE }),
    resize() {},
    kill() {},
  };
}
