import { WORKSPACE_DEFAULTS } from '@butler-portal/plugin-butler-common';
import { clonePath } from '../../../components/specForm';
import { ownKeysOf } from '../form/request';
import type { CreateValues } from '../form/values';
import type { Step } from '../wizard/steps';

/** One line of the summary. Texts that the person typed come as they are. */
export interface SummaryLine {
  label:
    | 'template'
    | 'team'
    | 'name'
    | 'cluster'
    | 'image'
    | 'repository'
    | 'credential'
    | 'dotfiles'
    | 'dotfilesCommand'
    | 'cpu'
    | 'memory'
    | 'storage'
    | 'idleTimeout'
    | 'autoStopAfter'
    | 'env'
    | 'keys'
    | 'neovim';
  /** Empty = the default, in the words of the screen. */
  value: string;
}

/** The lines of one step. */
export interface SummarySection {
  step: Step;
  lines: SummaryLine[];
}

function lines(values: SummaryLine[]): SummaryLine[] {
  return values.map(({ label, value }) => ({ label, value: value.trim() }));
}

function whereGiven(label: SummaryLine['label'], value: string): SummaryLine[] {
  return value.trim() ? [{ label, value }] : [];
}

function repositoryLines(
  repositories: CreateValues['repositories'],
): SummaryLine[] {
  if (repositories.length === 0) return [{ label: 'repository', value: '' }];
  return repositories.flatMap(({ url, branch, credential }, index) => {
    const from = `${url.trim()} (${
      branch.trim() || WORKSPACE_DEFAULTS.branch
    })`;
    return [
      {
        label: 'repository',
        value: url.trim() && `${from} → ${clonePath(repositories, index)}`,
      },
      ...whereGiven('credential', credential),
    ];
  });
}

function codeLines(values: CreateValues): SummaryLine[] {
  const { repositories, dotfilesUrl, dotfilesCommand } = values;
  return [
    ...repositoryLines(repositories),
    { label: 'dotfiles', value: dotfilesUrl },
    ...whereGiven('dotfilesCommand', dotfilesCommand),
  ];
}

function accessLines({ env, keys, neovim }: CreateValues): SummaryLine[] {
  const path = [env.namespace, env.name, env.container].filter(Boolean);
  return [
    { label: 'env', value: env.name ? `${env.kind} ${path.join('/')}` : '' },
    {
      label: 'keys',
      value: keys.source === 'own' ? String(ownKeysOf(keys).length) : '',
    },
    {
      label: 'neovim',
      value:
        {
          none: '',
          repo: neovim.repo,
          lua: 'init.lua',
          archive: neovim.archiveName,
        }[neovim.source] ?? '',
    },
  ];
}

/**
 * What the form describes, step by step.
 *
 * @param template - the display name of the template that was chosen
 * @param inWords - says a Go duration in words
 */
export function summaryOf(
  values: CreateValues,
  template: string | undefined,
  inWords: (duration: string) => string,
): SummarySection[] {
  const duration = (text: string) => text.trim() && inWords(text.trim());
  const { team, name, cluster, image } = values;
  const { cpu, memory, storage, idleTimeout, autoStopAfter } = values;
  return [
    {
      step: 'template',
      lines: lines([{ label: 'template', value: template ?? '' }]),
    },
    {
      step: 'basics',
      lines: lines([
        { label: 'name', value: name },
        { label: 'team', value: team },
        { label: 'cluster', value: cluster },
        { label: 'image', value: image },
      ]),
    },
    { step: 'code', lines: lines(codeLines(values)) },
    {
      step: 'size',
      lines: lines([
        { label: 'cpu', value: cpu },
        { label: 'memory', value: memory },
        { label: 'storage', value: storage },
        { label: 'idleTimeout', value: duration(idleTimeout) },
        { label: 'autoStopAfter', value: duration(autoStopAfter) },
      ]),
    },
    { step: 'access', lines: lines(accessLines(values)) },
  ];
}
