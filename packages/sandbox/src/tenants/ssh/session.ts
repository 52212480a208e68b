import { finished } from 'node:stream/promises';
import { PseudoTtyInfo, ServerChannel, Session } from 'ssh2';
import { loginShell } from '../shells/loginShell';
import { Process, ProcessRequest } from '../shells/process';

/** Starts a process for somebody who logged in; with the variables that the client may set. */
export type StartShell = (
  request: ProcessRequest,
  environment: Record<string, string>,
) => Promise<Process>;

/** What sshd takes of a client's environment by default on most systems (`AcceptEnv LANG LC_*`). */
const ACCEPTED = /^(LANG|LC_[A-Z]+)$/;

async function serve(channel: ServerChannel, child: Process): Promise<void> {
  channel.pipe(child.stdin);
  child.stdout.pipe(channel, { end: false });
  child.stderr?.pipe(channel.stderr, { end: false });
  channel.on('close', () => child.kill('SIGHUP'));
  await Promise.all([
    finished(child.stdout),
    child.stderr && finished(child.stderr),
  ]);
  const { code } = await child.exited;
  channel.exit(code);
  channel.end();
}

/** Serves one session of an SSH connection: a terminal if asked for, then a shell or a command. */
export function serveSession(session: Session, start: StartShell): void {
  const environment: Record<string, string> = {};
  let terminal: ProcessRequest['terminal'];
  let child: Process | undefined;

  const run = async (channel: ServerChannel, command: string[]) => {
    try {
      child = await start({ command, terminal }, environment);
      await serve(channel, child);
    } catch (error) {
      channel.stderr.write(`${(error as Error).message}\n`);
      channel.exit(1);
      channel.end();
    }
  };
  session.on('pty', (accept, _reject, info) => {
    // ssh2's types leave the terminal's name out.
    const { term, cols, rows } = info as PseudoTtyInfo & { term?: string };
    terminal = {
      type: term || 'xterm',
      ...(cols > 0 && rows > 0 && { size: { columns: cols, rows } }),
    };
    accept?.();
  });
  session.on('window-change', (accept, _reject, { cols, rows }) => {
    if (cols > 0 && rows > 0) child?.resize({ columns: cols, rows });
    accept?.();
  });
  session.on('env', (accept, reject, { key, val }) => {
    if (!ACCEPTED.test(key)) {
      reject?.();
      return;
    }
    environment[key] = val;
    accept?.();
  });
  session.on('signal', (accept, _reject, { name }) => {
    child?.kill(`SIG${name}` as NodeJS.Signals);
    accept?.();
  });
  session.on('shell', accept => run(accept(), []));
  session.on('exec', (accept, _reject, { command }) =>
    run(accept(), [loginShell(), '-c', command]),
  );
}
