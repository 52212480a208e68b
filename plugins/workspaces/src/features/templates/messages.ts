/** Texts of `features/templates`. */
export const templatesMessages = {
  title: 'Templates',
  loading: 'Loading templates',
  team: 'Templates for',
  new: 'New template',
  use: 'Use template',
  useOf: 'Use template {{template}}',
  edit: 'Edit',
  duplicate: 'Duplicate',
  copyOf: '{{title}} (copy)',
  delete: 'Delete',
  none: 'There are no templates yet. Team admins write them for their team, platform admins for every team.',
  noMatch: 'No template matches.',
  clearFilter: 'Show all templates',
  gone: {
    text: 'There is no such template that you may see. It may have been deleted, or it belongs to another team.',
    takeAlong: 'Make a new template of what you have typed',
  },
  mayNot:
    'Templates are written by the admins of a team, and those of every team by platform admins. Ask one of them.',
  failed: {
    load: 'The template could not be loaded',
    list: 'The templates could not be loaded',
    save: 'The template was not saved',
    saveUnknown:
      'It is not known whether the template was saved. Saving it again does no harm.',
  },
  one: {
    content: 'What a workspace starts with',
    scope: 'For',
    repository: 'Repository',
    env: 'Environment of',
    usage: 'Who uses it',
    usageHint:
      'Workspaces that were created from it and that you may see. They do not change when the template does.',
    yaml: 'YAML',
    yamlHint: 'To apply with kubectl, or to keep in Git.',
  },
  usage: {
    none: 'No workspace that you may see was created from it.',
    count_one: '{{count}} workspace was created from it:',
    count_other: '{{count}} workspaces were created from it:',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
  },
  deleting: {
    title: 'Delete template {{name}}',
    body: 'Nobody can create workspaces from it any more. Workspaces that were created from it stay as they are.',
    failed: 'The template was not deleted',
    unknown:
      'It is not known whether the template was deleted. Deleting it again does no harm.',
  },
  editor: {
    title: 'Edit {{name}}',
    about: 'About',
    displayName: 'Title',
    name: 'Name',
    nameHint:
      'Lower-case letters, digits and dashes; it cannot be changed later',
    team: 'For',
    icon: 'Icon',
    iconHint: 'One of the list, or the https:// address of a picture',
    description: 'Description',
    descriptionHint: 'What one gets, in a sentence or two',
    code: 'Repositories',
    dotfiles: 'Dotfiles',
    size: 'Size',
    env: 'Environment variables',
    envHint:
      'Copies the plain environment variables of a workload in the cluster of the workspace.',
    create: 'Create template',
    save: 'Save template',
    used_one:
      '{{count}} workspace was created from this template. It does not change with it.',
    used_other:
      '{{count}} workspaces were created from this template. They do not change with it.',
  },
  draft: {
    restored: 'Your unsaved changes from {{time}} are back.',
    discard: 'Discard them',
  },
  missing:
    '{{source}}, from which this template was to start, is not there, or it is none that you may see. Start from what you find here.',
  stale: {
    title: 'Somebody has changed this template since you opened it',
    titleBy: '{{who}} has changed this template since you opened it',
    same: 'Its content is the same as when you opened it.',
    change: '{{path}}: {{before}} → {{after}}',
    nothing: 'nothing',
    take: 'Throw mine away and show theirs',
    overwrite: 'Save mine over theirs',
  },
  import: {
    open: 'Import YAML',
    title: 'Import a template',
    file: 'Choose a file',
    take: 'Take into the form',
    unreadable: 'The file could not be read. Choose it again.',
    tooLarge: 'The file is larger than {{limit}} KiB.',
    several:
      'There are {{number}} documents in it. Import one template at a time.',
    noTemplate:
      'This is no template: it needs apiVersion {{apiVersion}}, kind WorkspaceTemplate and a spec.',
    missing: 'This is missing.',
    wrongType: 'This is of another type: it must be {{expected}}.',
    unknownFields: 'A template has no such field: {{names}}.',
  },
} as const;
