import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const COLOURS = [36, 35, 33];
const LONGEST_NAME = 'backend'.length;
const PATIENCE_MS = 5_000;

/**
 * The programs behind `npm start`: each in a process group of its own, so that whatever it starts
 * is stopped with it.
 */
export class Processes {
  #children = new Map();
  #stopping = false;

  /** @param {(name: string, code: number | null) => void} onUnexpectedExit */
  constructor(onUnexpectedExit) {
    this.onUnexpectedExit = onUnexpectedExit;
  }

  /**
   * Starts a program; its lines are printed with its name before them.
   *
   * @param {string} name
   * @param {[string, string[]]} commandLine
   * @param {{cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} options
   */
  start(name, [command, args], { cwd, env, onLine }) {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const colour = COLOURS[this.#children.size % COLOURS.length];
    const label = name.padEnd(LONGEST_NAME);
    const prefix = process.stdout.isTTY
      ? `\u001b[${colour}m${label}\u001b[0m | `
      : `${label} | `;
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        onLine?.(line);
        console.log(prefix + line);
      });
    }
    const ended = new Promise(resolve => {
      const end = code => {
        resolve();
        if (!this.#stopping) this.onUnexpectedExit(name, code);
      };
      child.once('exit', end);
      child.once('error', error => {
        console.error(`${prefix}${error.message}`);
        end(null);
      });
    });
    this.#children.set(name, { child, ended });
  }

  /** Ends every program: politely first, the hard way after five seconds. */
  async stop() {
    this.#stopping = true;
    await Promise.all(
      [...this.#children.values()].map(async ({ child, ended }) => {
        if (!child.pid) return;
        signalGroup(child.pid, 'SIGTERM');
        const timer = setTimeout(
          () => signalGroup(child.pid, 'SIGKILL'),
          PATIENCE_MS,
        );
        await ended;
        clearTimeout(timer);
        // The leader is gone; whoever of its group did not listen goes too.
        signalGroup(child.pid, 'SIGKILL');
      }),
    );
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: nobody of the group is left, which is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}
