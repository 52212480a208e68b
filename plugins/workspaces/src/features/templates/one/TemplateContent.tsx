import type {
  WorkspaceEnvFrom,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import {
  categoryOf,
  repositoriesOf,
} from '@butler-portal/plugin-butler-common';
import { Definition, DefinitionList } from '../../../components/DefinitionList';
import { DEFAULT_SIZE, NO_ENV } from '../../../components/specForm';
import { useTranslation } from '../../../hooks';

function workloadText(workload: WorkspaceEnvFrom): string {
  const { kind = NO_ENV.kind, namespace, name, container } = workload;
  return `${kind} ${[namespace, name, container].filter(Boolean).join('/')}`;
}

/** What a workspace from the template starts with. */
export function TemplateContent({ template }: { template: WorkspaceTemplate }) {
  const { t } = useTranslation();
  const { scope, template: body } = template.spec;
  const { dotfiles, envFrom, resources } = body;
  const lines: [label: string, value: string | undefined][] = [
    [
      t('templates.one.scope'),
      scope === 'cluster'
        ? t('components.template.scopeCluster')
        : t('components.template.scopeTeam'),
    ],
    [
      t('components.template.category'),
      t(`components.template.categories.${categoryOf(template)}`),
    ],
    [t('form.image.label'), body.image],
    ...repositoriesOf(body).map(({ url, branch }): [string, string] => [
      t('templates.one.repository'),
      branch ? `${url} (${branch})` : url,
    ]),
    [
      t('form.size.presets'),
      t('components.template.size', {
        cpu: resources?.cpu ?? DEFAULT_SIZE.cpu,
        memory: resources?.memory ?? DEFAULT_SIZE.memory,
        storage: String(body.storageSize ?? DEFAULT_SIZE.storage),
      }),
    ],
    [t('form.dotfiles.url'), dotfiles?.url],
    [t('form.dotfiles.command'), dotfiles?.installCommand],
    [t('templates.one.env'), envFrom && workloadText(envFrom)],
  ];
  return (
    <DefinitionList>
      {lines
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <Definition key={`${label} ${value}`} term={label}>
            {value}
          </Definition>
        ))}
    </DefinitionList>
  );
}
