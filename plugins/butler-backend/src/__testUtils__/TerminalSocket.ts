import type { IncomingMessage } from 'node:http';
import type { TerminalMessage } from '@butler-portal/plugin-butler-common';
import { TERMINAL_PROTOCOL } from '@butler-portal/plugin-butler-common';
import WebSocket from 'ws';
import { eventually } from './eventually';

/** How a socket is opened; the Origin is the app's unless it is said (null leaves it out). */
export interface TerminalSocketOptions {
  url: string;
  ticket: string;
  origin?: string | null;
  protocols?: string[];
}

/** A browser's side of the terminal, for tests. */
export class TerminalSocket {
  output = '';
  readonly messages: TerminalMessage[] = [];
  closeCode?: number;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer, binary) => {
      if (binary) this.output += data.toString();
      else this.messages.push(JSON.parse(data.toString()));
    });
    socket.on('close', code => {
      this.closeCode = code;
    });
  }

  /** Opens it; the HTTP status when it was refused. */
  static open({
    url,
    ticket,
    origin = 'http://localhost:3000',
    protocols = [TERMINAL_PROTOCOL, ticket],
  }: TerminalSocketOptions): Promise<TerminalSocket | number> {
    const headers = origin === null ? {} : { Origin: origin };
    const socket = new WebSocket(url, protocols, { headers });
    const terminal = new TerminalSocket(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(terminal));
      socket.once('unexpected-response', (_, response: IncomingMessage) => {
        socket.on('error', () => {
          // It was never open.
        });
        socket.terminate();
        resolve(response.statusCode ?? 0);
      });
      socket.once('error', reject);
    });
  }

  type(text: string): void {
    this.socket.send(Buffer.from(text));
  }

  control(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Waits until the output fits. */
  async shows(pattern: RegExp): Promise<void> {
    await eventually(() => {
      if (!pattern.test(this.output)) {
        throw new Error(`no ${pattern} in ${JSON.stringify(this.output)}`);
      }
    });
  }

  /** Waits until it is closed; gives the code and the last message. */
  async ended(): Promise<{ code: number; last?: TerminalMessage }> {
    return eventually(() => {
      if (this.closeCode === undefined) throw new Error('still open');
      return { code: this.closeCode, last: this.messages.at(-1) };
    });
  }
}
