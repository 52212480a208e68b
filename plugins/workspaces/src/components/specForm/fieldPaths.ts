const FIELDS: Record<string, string> = {
  image: 'image',
  repositories: 'repositories',
  dotfiles: 'dotfilesUrl',
  'dotfiles.url': 'dotfilesUrl',
  'dotfiles.installCommand': 'dotfilesCommand',
  envFrom: 'env.name',
  'envFrom.kind': 'env.kind',
  'envFrom.name': 'env.name',
  'envFrom.namespace': 'env.namespace',
  'envFrom.container': 'env.container',
  resources: 'cpu',
  'resources.cpu': 'cpu',
  'resources.memory': 'memory',
  storageSize: 'storage',
};
const REPOSITORY_FIELDS: Record<string, string> = {
  '': 'url',
  '.url': 'url',
  '.branch': 'branch',
  '.name': 'directory',
  '.secretRef': 'credential',
  '.secretRef.name': 'credential',
};
const REPOSITORY = /^repositories\[(\d+)\](.*)$/;

/**
 * The field of a form that a path of a workspace's or a template's content belongs to, such as
 * `repositories[0].name` → `repositories.0.directory`; undefined when the form has none.
 *
 * @param path - below `spec` or `spec.template`, as Kubernetes writes it
 */
export function fieldOfSpecPath(path: string): string | undefined {
  const repository = REPOSITORY.exec(path);
  if (!repository) return FIELDS[path];
  const field = REPOSITORY_FIELDS[repository[2]];
  return field && `repositories.${Number(repository[1])}.${field}`;
}

/** Writes the path of a zod issue as Kubernetes writes paths. */
export function kubernetesPath(path: PropertyKey[]): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
