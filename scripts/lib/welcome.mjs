import { relative } from 'node:path';

/**
 * What to read when the page can be used; the last line is the one that scripts wait for.
 *
 * @param {{
 *   appUrl: string,
 *   kubeconfig: string,
 *   personas: {title: string, description: string}[],
 * }} portal
 */
export function welcome({ appUrl, kubeconfig, personas }) {
  const people = personas.map(
    ({ title, description }) => `  ${title.padEnd(28)}${description}`,
  );
  const file = relative(process.cwd(), kubeconfig);
  return [
    '',
    'Sign in as one of these (no password):',
    ...people,
    '',
    `Look at the cluster: kubectl --kubeconfig ${file} get ws -A -w`,
    'Ctrl-C stops everything.',
    '',
    `Portal ready: ${appUrl}`,
  ].join('\n');
}
