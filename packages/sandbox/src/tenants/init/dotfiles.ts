import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gitLogin } from './gitCredentials';
import { InitContext, runLogged } from './initContext';

/** What installs dotfiles when nothing is said, the first that is there (contract, section 3.4). */
const SCRIPTS = [
  'install.sh',
  'install',
  'bootstrap.sh',
  'bootstrap',
  'setup.sh',
  'setup',
];

/**
 * How dotfiles are installed: the given command, else the first script that is there, else `make`; undefined when the
 * repository brings nothing of these along.
 *
 * @param files - the names of the regular files at the top of the repository
 * @param executable - those of them that may be executed; others are given to `sh`
 */
export function installCommand(
  given: string | undefined,
  files: string[],
  executable: string[] = [],
): string[] | undefined {
  if (given) return ['sh', '-c', given];
  const script = SCRIPTS.find(name => files.includes(name));
  if (script) {
    return executable.includes(script)
      ? [`./${script}`]
      : ['sh', `./${script}`];
  }
  return files.includes('Makefile') ? ['make'] : undefined;
}

async function listFiles(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(({ name }) => name);
  const modes = await Promise.all(
    files.map(async name => (await stat(join(folder, name))).mode),
  );
  return {
    files,
    executable: files.filter((_name, index) => modes[index] % 2 === 1),
  };
}

async function install(
  context: InitContext,
  target: string,
): Promise<string | undefined> {
  const { environment, log } = context;
  const { files, executable } = await listFiles(target);
  const command = installCommand(
    environment.DOTFILES_INSTALL_COMMAND,
    files,
    executable,
  );
  if (!command) {
    log.write('There is no install script; nothing to run\n');
    return undefined;
  }
  log.write(`Running ${command.join(' ')}\n`);
  // In the repository, as its scripts expect.
  return runLogged(
    context,
    ['sh', '-c', 'cd "$DOTFILES" && exec "$@"', 'sh', ...command],
    { DOTFILES: target },
  );
}

/** Does the work of the `dotfiles` init container; answers why it failed, if it did. */
export async function installDotfiles(
  context: InitContext,
): Promise<string | undefined> {
  const { environment, folder, log } = context;
  const url = environment.DOTFILES_URL;
  const target = join(folder.home, '.dotfiles');
  if (!existsSync(target)) {
    log.write(`Cloning ${url} into ~/.dotfiles\n`);
    const login = gitLogin(url, {});
    const failure = await runLogged(
      context,
      ['git', ...login.arguments, 'clone', '--', url, target],
      login.environment,
    );
    if (failure) {
      log.write(`warning: could not clone ${url}: ${failure}\n`);
      return `could not clone ${url}: ${failure}`;
    }
  }
  const failure = await install(context, target);
  if (!failure) return undefined;
  log.write(`warning: the installation of the dotfiles failed: ${failure}\n`);
  return `the installation failed: ${failure}`;
}
