import type { AddressInfo } from 'node:net';
import WebSocket, { WebSocketServer } from 'ws';
import { eventually } from '../__testUtils__/eventually';
import type { ExecHandlers, ExecSession } from '../kubernetes/exec';
import { TerminalSession } from './TerminalSession';

const CHUNK = Buffer.alloc(64 * 1024, 'x');
/** Far more than what two sockets of the system hold. */
const MANY = 2_000;

class FakeExec implements ExecSession {
  paused = false;
  behind = 0;
  readonly sent: (() => void)[] = [];
  write(bytes: Buffer, onSent: () => void = () => {}) {
    this.behind += bytes.length;
    this.sent.push(() => {
      this.behind -= bytes.length;
      onSent();
    });
  }
  resize() {}
  pause() {
    this.paused = true;
  }
  resume() {
    this.paused = false;
  }
  close() {}
}

describe('a terminal between two who are not equally fast', () => {
  let server: WebSocketServer;
  let browser: WebSocket;
  let session: TerminalSession;
  let exec: FakeExec;
  let handlers: ExecHandlers;

  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise(resolve => server.once('listening', resolve));
    const accepted = new Promise<WebSocket>(resolve =>
      server.once('connection', resolve),
    );
    const { port } = server.address() as AddressInfo;
    browser = new WebSocket(`ws://127.0.0.1:${port}`);
    const opened = new Promise(resolve => browser.once('open', resolve));
    session = new TerminalSession(await accepted);
    await opened;
    exec = new FakeExec();
    await session.start(async given => {
      handlers = given;
      return exec;
    });
  });
  afterEach(() => {
    session.terminate();
    browser.terminate();
    server.close();
  });

  it('has the shell wait for a browser that does not read', async () => {
    let received = 0;
    browser.on('message', (data: Buffer) => {
      received += data.length;
    });
    browser.pause();
    let shown = 0;
    await eventually(() => {
      for (; shown < MANY && !exec.paused; shown += 1) handlers.onOutput(CHUNK);
      if (!exec.paused) throw new Error('still reads');
    });
    expect(shown).toBeLessThan(MANY);
    browser.resume();
    await eventually(() => expect(exec.paused).toBe(false));
    await eventually(() => expect(received).toBe(shown * CHUNK.length));
  });

  it('has the browser wait for a shell that does not read', async () => {
    for (let at = 0; at < 300; at += 1) browser.send(CHUNK);
    let taken = -1;
    await eventually(() => {
      const before = taken;
      taken = exec.sent.length;
      if (taken === 0 || taken !== before) throw new Error('still takes');
    });
    expect(exec.behind).toBeLessThan(4 * 1024 * 1024);
    await eventually(() => {
      exec.sent.splice(0).forEach(sent => sent());
      expect(browser.bufferedAmount).toBe(0);
    });
  });
});
