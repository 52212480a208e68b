import type { Finding } from '@butler-portal/plugin-butler-common';
import type { DiagnosisFacts } from './facts';
import { finding } from './finding';

// git's and OpenSSH's own words; the more telling one first, since “Could not read from remote repository” follows most.
const CAUSES: { words: RegExp; why: string; action: string }[] = [
  {
    words: /host key verification failed|no matching host key/i,
    why: 'The host key of the Git server is not known in the workspace.',
    action:
      'Use an https:// URL, or have the host key added to the image (/etc/ssh/ssh_known_hosts).',
  },
  {
    words:
      /permission denied|authentication failed|could not read (username|password)|invalid (username|credentials)|terminal prompts disabled|\b40[13]\b/i,
    why: 'The Git server refused the login.',
    action:
      'Choose a Git credential that may read the repository, or have the one that you use renewed.',
  },
  {
    words: /remote branch .* not found/i,
    why: 'The repository has no such branch.',
    action: 'Correct the branch.',
  },
  {
    words:
      /repository .*not found|does not appear to be a git repository|does not exist|\b404\b/i,
    why: 'There is no such repository, or the login may not see it.',
    action: 'Correct the URL, or choose a Git credential that may read it.',
  },
  {
    words:
      /could not resolve host|connection (timed out|refused)|network is unreachable|failed to connect|couldn't connect|operation timed out|SSL|certificate/i,
    why: 'The Git server could not be reached from the cluster.',
    action:
      'Check the host in the URL. If it is right, have the network of the cluster looked at.',
  },
];

const FAILED =
  /^(fatal|error|warning): |: permission denied|verification failed/im;

function textOf({ logs }: DiagnosisFacts, container: string): string {
  return logs.find(log => log.container === container)?.text ?? '';
}

function clone(facts: DiagnosisFacts): Finding[] {
  const text = textOf(facts, 'git-clone');
  if (!FAILED.test(text)) return [];
  const cause = CAUSES.find(({ words }) => words.test(text));
  if (!cause && !/could not clone|^fatal: /im.test(text)) return [];
  return [
    finding(
      'CloneFailed',
      'warning',
      `A repository could not be cloned. ${cause?.why ?? 'The log says why.'}`,
      `${
        cause?.action ?? 'Read the log of git-clone.'
      } Then stop the workspace and start it, or clone in the terminal.`,
      'owner',
    ),
  ];
}

function dotfiles(facts: DiagnosisFacts): Finding[] {
  const text = textOf(facts, 'dotfiles');
  const statuses = facts.pod?.status?.initContainerStatuses ?? [];
  const code = statuses.find(({ name }) => name === 'dotfiles')?.state
    ?.terminated?.exitCode;
  if (!code && !/^(fatal|warning): /im.test(text)) return [];
  return [
    finding(
      'DotfilesFailed',
      'warning',
      'The dotfiles could not be installed.',
      'Read the log of dotfiles, mend the repository or the install command, then stop the workspace and start it.',
      'owner',
    ),
  ];
}

/** What the init containers have printed; a failed clone or install does not fail the workspace (contract, 3.4). */
export function cloneFindings(facts: DiagnosisFacts): Finding[] {
  return [...clone(facts), ...dotfiles(facts)];
}
