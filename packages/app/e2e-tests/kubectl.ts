import { execFile, spawnSync } from 'node:child_process';

/** Why tests that need kubectl are skipped where there is none. */
export const noKubectl =
  spawnSync('kubectl', ['version', '--client']).status !== 0;

/**
 * Runs the machine's kubectl as the admin of the management cluster.
 *
 * @returns what it printed
 * @throws Error with what it complained of
 */
export function kubectl(
  kubeconfigFile: string,
  args: readonly string[],
  input = '',
): Promise<string> {
  return new Promise((done, fail) => {
    const child = execFile(
      'kubectl',
      [`--kubeconfig=${kubeconfigFile}`, ...args],
      (error, out) => (error ? fail(error) : done(out)),
    );
    child.stdin?.end(input);
  });
}

/** Writes an object, as `kubectl apply` does. */
export function apply(kubeconfigFile: string, manifest: object) {
  return kubectl(
    kubeconfigFile,
    ['apply', '-f', '-'],
    JSON.stringify(manifest),
  );
}
