import { existsSync } from 'node:fs';

const SHELLS = ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash'];

/** The shell that people get: bash where there is one. */
export function loginShell(): string {
  return SHELLS.find(path => existsSync(path)) ?? '/bin/sh';
}
