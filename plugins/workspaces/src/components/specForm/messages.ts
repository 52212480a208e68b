/** Texts of the fields that workspaces and templates share. */
export const formMessages = {
  image: {
    label: 'Image',
    hint: 'A container image reference, such as ghcr.io/acme/workspace:1.4.',
  },
  repositories: {
    none: 'No repository is cloned.',
    add: 'Add repository',
    remove: 'Remove repository {{number}}',
    up: 'Move repository {{number}} up',
    down: 'Move repository {{number}} down',
    moved: 'Moved to place {{number}} of {{total}}.',
    row: 'Repository {{number}}',
    url: 'URL',
    urlHint: 'https://, ssh:// or git@host:path',
    page: 'That was the address of a page. The URL of its repository stands here now.',
    pageBranch:
      'That was the address of a page. Its repository and the branch “{{branch}}” stand here now. If the name of the branch goes on after a slash, complete it.',
    branch: 'Branch',
    branchHint: 'main, when left empty',
    directory: 'Directory name',
    directoryHint: 'The workspace has it as {{path}}',
    credential: 'Git credential',
    credentialHint:
      'For a private repository: the name of a Secret of the team',
  },
  dotfiles: {
    url: 'Dotfiles repository',
    urlHint: 'https://, ssh:// or git@host:path',
    command: 'Install command',
    commandHint: 'Such as make install',
    order:
      'Without a command the first of these that the repository has is run: install.sh, install, bootstrap.sh, bootstrap, setup.sh, setup, Makefile (make).',
  },
  size: {
    presets: 'Size',
    small: 'Small',
    medium: 'Medium',
    large: 'Large',
    presetSize: '{{cpu}} CPU, {{memory}}, {{storage}} disk',
    cpu: 'CPU',
    memory: 'Memory',
    storage: 'Storage',
    cpuHint: 'Such as 2 or 500m',
    memoryHint: 'Such as 4Gi',
    storageHint: 'Such as 10Gi',
  },
  env: {
    kind: 'Kind',
    namespace: 'Namespace',
    namespaceHint: 'default, when left empty',
    name: 'Workload',
    nameHint: 'Its environment variables are copied. Left empty: none are',
    container: 'Container',
    containerHint: 'The first one, when left empty',
  },
} as const;
