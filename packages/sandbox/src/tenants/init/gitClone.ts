import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitLogin } from './gitCredentials';
import { InitContext, runLogged } from './initContext';
import { Checkout, codeWorkspace } from './repositories';

/** Entries of `ws-W-git-credentials` are named `<secret>.<entry>`: one workspace may need several Secrets. */
function credentialsOf(
  { environment, secret }: InitContext,
  name: string | undefined,
): Record<string, string> {
  if (!name || !environment.GIT_CREDENTIALS_SECRET) return {};
  const prefix = `${name}.`;
  return Object.fromEntries(
    Object.entries(secret(environment.GIT_CREDENTIALS_SECRET))
      .filter(([entry]) => entry.startsWith(prefix))
      .map(([entry, value]) => [entry.slice(prefix.length), value]),
  );
}

/** Runs something with a private key in a file that nobody else can read and that is gone afterwards. */
async function withKeyFile<T>(
  key: string | undefined,
  use: (environment: Record<string, string>) => Promise<T>,
): Promise<T> {
  if (!key) return use({});
  const folder = await mkdtemp(join(tmpdir(), 'butler-sandbox-key-'));
  try {
    const file = join(folder, 'key');
    await writeFile(file, key, { mode: 0o600 });
    return await use({ GIT_SSH_KEY: file });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function cloneOne(
  context: InitContext,
  { url, branch, path, credentials }: Checkout,
): Promise<string | undefined> {
  const { folder, log } = context;
  const target = join(folder.workspace, path);
  if (existsSync(target)) {
    log.write(`/workspace/${path} is there already; it stays as it is\n`);
    return undefined;
  }
  log.write(`Cloning ${url} (branch ${branch}) into /workspace/${path}\n`);
  const login = gitLogin(url, credentialsOf(context, credentials));
  return withKeyFile(login.sshKey, keyFile =>
    runLogged(
      context,
      [
        'git',
        ...login.arguments,
        'clone',
        '--branch',
        branch,
        '--',
        url,
        target,
      ],
      { ...login.environment, ...keyFile },
    ),
  );
}

/**
 * Does the work of the `git-clone` init container. A clone that fails is a warning in its log, and the workspace goes on
 * without it (contract, section 3.4). Answers which ones failed, if any.
 */
export async function gitClone(
  context: InitContext,
): Promise<string | undefined> {
  const { environment, folder, log } = context;
  const checkouts = JSON.parse(environment.REPOSITORIES ?? '[]') as Checkout[];
  await mkdir(join(folder.home, '.ssh'), { recursive: true, mode: 0o700 });
  const failed: string[] = [];
  for (const checkout of checkouts) {
    const failure = await cloneOne(context, checkout);
    if (failure) {
      log.write(
        `warning: could not clone ${checkout.url}: ${failure}; the workspace goes on without it\n`,
      );
      failed.push(`${checkout.url}: ${failure}`);
    }
  }
  const file = join(folder.workspace, 'workspace.code-workspace');
  if (checkouts.length > 1 && !existsSync(file)) {
    await writeFile(file, codeWorkspace(checkouts));
  }
  return failed.length > 0 ? `could not clone ${failed.join('; ')}` : undefined;
}
