import { ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { PassThrough, Readable, Writable } from 'node:stream';
import type { IPty } from 'node-pty';
import { Exit } from '../exec/execStatus';

/** The size of a terminal in characters. */
export interface TerminalSize {
  columns: number;
  rows: number;
}

/** What is to be run. */
export interface ProcessRequest {
  /** The program and its arguments; empty means the login shell. */
  command: string[];
  /** With a terminal, of the type that goes into TERM. */
  terminal?: { type: string; size?: TerminalSize };
}

/** Where it is to be run. */
export interface ProcessPlace {
  folder: string;
  environment: Record<string, string>;
}

/** A process and its streams; with a terminal everything comes on `stdout`. */
export interface Process {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr?: Readable;
  readonly exited: Promise<Exit>;
  resize(size: TerminalSize): void;
  /** Signals the process and its children; a process that is gone is left alone. */
  kill(signal: NodeJS.Signals): void;
}

const DEFAULT_SIZE: TerminalSize = { columns: 80, rows: 24 };
const END_OF_TRANSMISSION = '\x04';
const NOT_FOUND = 127;

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: it has ended meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function exitCode(code: number | null, signal?: string | number | null) {
  if (!signal) return code ?? 0;
  const number =
    typeof signal === 'number'
      ? signal
      : constants.signals[signal as NodeJS.Signals];
  return 128 + number;
}

function exitOf(child: ChildProcess, stderr: PassThrough): Promise<Exit> {
  return new Promise(resolve => {
    child.on('error', error => {
      stderr.end(`${error.message}\n`);
      resolve({ code: NOT_FOUND });
    });
    child.on('close', (code, signal) => {
      resolve({ code: exitCode(code, signal) });
    });
  });
}

function startPiped(command: string[], place: ProcessPlace): Process {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: place.folder,
    env: place.environment,
    stdio: 'pipe',
    // A process group of its own, so that its children can be told together with it.
    detached: true,
  });
  // A program that ends without reading its input is no failure of ours.
  child.stdin.on('error', () => {});
  const stderr = new PassThrough();
  child.stderr.pipe(stderr);
  let running = true;
  const exited = exitOf(child, stderr);
  child.on('close', () => {
    running = false;
  });
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr,
    exited,
    resize() {},
    kill: signal => running && killGroup(child.pid, signal),
  };
}

function terminalOutput(terminal: IPty): Readable {
  const output = new Readable({ read: () => terminal.resume() });
  terminal.onData(data => {
    if (!output.push(data)) terminal.pause();
  });
  return output;
}

function startInTerminal(
  command: string[],
  place: ProcessPlace,
  { type, size = DEFAULT_SIZE }: NonNullable<ProcessRequest['terminal']>,
): Process {
  // A native module, loaded by those only who open a terminal.
  const { spawn: spawnTerminal } =
    require('node-pty') as typeof import('node-pty');
  const [program, ...args] = command;
  const terminal = spawnTerminal(program, args, {
    name: type,
    cols: size.columns,
    rows: size.rows,
    cwd: place.folder,
    env: { ...place.environment, TERM: type },
    // Bytes, whatever node-pty's types say: a character may be cut in two.
    encoding: null,
  });
  const stdout = terminalOutput(terminal);
  let running = true;
  const exited = new Promise<Exit>(resolve => {
    terminal.onExit(exit => {
      running = false;
      stdout.push(null);
      resolve({ code: exitCode(exit.exitCode, exit.signal) });
    });
  });
  return {
    stdin: new Writable({
      write(data, _encoding, done) {
        if (running) terminal.write(data);
        done();
      },
      final(done) {
        if (running) terminal.write(END_OF_TRANSMISSION);
        done();
      },
    }),
    stdout,
    exited,
    resize: ({ columns, rows }) => running && terminal.resize(columns, rows),
    kill: signal => running && killGroup(terminal.pid, signal),
  };
}

/** Runs a program on this machine, with or without a terminal. */
export async function startProcess(
  { command, terminal }: ProcessRequest,
  place: ProcessPlace,
): Promise<Process> {
  return terminal
    ? startInTerminal(command, place, terminal)
    : startPiped(command, place);
}
