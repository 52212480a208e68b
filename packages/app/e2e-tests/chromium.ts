import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

// The package's own flags hold --single-process, which dies with the second page.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function systemHas(library: string): boolean {
  return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes(
    library,
  );
}

/**
 * How to launch a Chromium: the machine's own where there is one, else the one that comes as an
 * npm package, with the libraries it brings along where the machine lacks them.
 */
export async function chromiumLaunchOptions() {
  const installed = SYSTEM_BROWSERS.find(path => existsSync(path));
  if (installed) return { executablePath: installed, args: FLAGS };

  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  if (systemHas('libnss3.so')) return { executablePath, args: FLAGS };

  const archive = require.resolve('@sparticuz/chromium');
  await inflate(join(archive, '../../bin/al2023.tar.br'));
  return {
    executablePath,
    args: FLAGS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib'),
    },
  };
}
