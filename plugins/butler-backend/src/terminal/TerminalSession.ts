import { terminalControlSchema } from '@butler-portal/plugin-butler-common';
import type { TerminalMessage } from '@butler-portal/plugin-butler-common';
import WebSocket from 'ws';
import type { ExecHandlers, ExecSession } from '../kubernetes/exec';
import { heartbeat } from '../kubernetes/heartbeat';

// The one who writes faster than the other reads waits beyond this, and goes on below that.
const MAX_BEHIND_BYTES = 256 * 1024;
const RESUME_BYTES = 64 * 1024;
/** As the API promises. */
const BEAT = { everyMs: 20_000, missed: 1 };
/** Of a message from the browser: what somebody pastes comes as one. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;

/** Close codes of RFC 6455, section 7.4.1. */
export const CLOSE = {
  normal: 1000,
  goingAway: 1001,
  policy: 1008,
  failed: 1011,
};

function parseControl(text: string) {
  try {
    return terminalControlSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON, so no control message.
    return undefined;
  }
}

/** One open terminal: bytes between a browser's socket and a shell in a pod. */
export class TerminalSession {
  #exec?: ExecSession;
  #early: (() => void)[] = [];
  #ended = false;
  #browserPaused = false;
  #execPaused = false;
  readonly closed: Promise<void>;

  constructor(private readonly browser: WebSocket) {
    browser.on('message', (data: Buffer, binary) => {
      if (this.#exec) this.#receive(data, binary);
      else this.#early.push(() => this.#receive(data, binary));
    });
    // What is wrong with a socket also closes it.
    browser.on('error', () => {});
    heartbeat(browser, BEAT);
    this.closed = new Promise(resolve => {
      browser.on('close', () => {
        this.#stop();
        resolve();
      });
    });
    // Nothing more until there is a shell that takes it.
    this.#pauseBrowser(true);
  }

  /** Starts the shell; throws what `open` throws. */
  async start(
    open: (handlers: ExecHandlers) => Promise<ExecSession>,
  ): Promise<void> {
    const exec = await open({
      onOutput: bytes => this.#show(bytes),
      onEnd: code => this.#onExit(code),
    });
    if (this.#ended) {
      exec.close();
      return;
    }
    this.#exec = exec;
    this.#pauseBrowser(false);
    for (const receive of this.#early.splice(0)) receive();
  }

  /** Tells the person why, and closes. */
  end(message: string, code: number): void {
    if (this.#ended) return;
    this.#tell({ type: 'error', message });
    this.#close(code);
  }

  /** Closes without waiting for the browser. */
  terminate(): void {
    this.browser.terminate();
  }

  #show(bytes: Buffer): void {
    if (this.browser.readyState !== WebSocket.OPEN) return;
    this.browser.send(bytes, { binary: true }, () => {
      if (this.#execPaused && this.browser.bufferedAmount <= RESUME_BYTES) {
        this.#execPaused = false;
        this.#exec?.resume();
      }
    });
    if (!this.#execPaused && this.browser.bufferedAmount > MAX_BEHIND_BYTES) {
      this.#execPaused = true;
      this.#exec?.pause();
    }
  }

  #receive(data: Buffer, binary: boolean): void {
    const exec = this.#exec;
    if (!exec || this.#ended) return;
    if (!binary) {
      const control = parseControl(data.toString());
      if (control) exec.resize(control.cols, control.rows);
      else this.end('The terminal does not know this message.', CLOSE.policy);
      return;
    }
    exec.write(data, () => {
      if (this.#browserPaused && exec.behind <= RESUME_BYTES) {
        this.#pauseBrowser(false);
      }
    });
    if (exec.behind > MAX_BEHIND_BYTES) this.#pauseBrowser(true);
  }

  #onExit(code: number | undefined): void {
    if (code === undefined) {
      this.end(
        'The connection to the workspace has ended. If the workspace runs, open the terminal again.',
        CLOSE.failed,
      );
      return;
    }
    this.#tell({ type: 'exit', code });
    this.#close(CLOSE.normal);
  }

  #tell(message: TerminalMessage): void {
    if (this.browser.readyState !== WebSocket.OPEN) return;
    this.browser.send(JSON.stringify(message));
  }

  #pauseBrowser(paused: boolean): void {
    if (this.#browserPaused === paused) return;
    this.#browserPaused = paused;
    if (paused) this.browser.pause();
    else this.browser.resume();
  }

  #close(code: number): void {
    this.#stop();
    // The browser's answer to the close has to be read.
    this.#pauseBrowser(false);
    this.browser.close(code);
  }

  #stop(): void {
    this.#ended = true;
    this.#early = [];
    this.#exec?.close();
  }
}
