import { TEMPLATE_CATEGORIES } from '../resources';
import { MAX_NAME_LENGTH, MAX_WORKSPACE_NAME_LENGTH } from '../rules/names';
import { SSH_KEY_REFUSALS } from '../rules/sshKeyRefusals';
import {
  LEAST_BYTES,
  LEAST_CORES,
  MAX_BRANCH_LENGTH,
  MAX_COMMAND_LENGTH,
  MAX_DESCRIPTION_LENGTH,
  MAX_INIT_LUA_LENGTH,
  MAX_KEY_NAME_LENGTH,
  MAX_KEYS,
  MAX_NEOVIM_ARCHIVE_BYTES,
  MAX_OBJECT_NAME_LENGTH,
  MAX_REPOSITORIES,
  MAX_TITLE_LENGTH,
} from './limits';

/**
 * What is wrong with a field of a request, and how to mend it: every text that the schemas say of one.
 * A text stands for its rule, as in gettext: the backend answers with it, and a screen that knows it
 * says it in the person's language. So each is said as it is, with no parameters left to fill in, and
 * only one rule has it.
 *
 * It draws in neither zod nor a rule: the texts of a screen that has no form must not load them.
 */
export const FIELD_MESSAGES = {
  name: {
    workspaceMissing: 'Give the workspace a name.',
    workspace: `Use lower-case letters, digits and dashes, ${MAX_WORKSPACE_NAME_LENGTH} at most; begin and end with a letter or digit.`,
    label: `Use lower-case letters, digits and dashes, ${MAX_NAME_LENGTH} at most.`,
    object: `Use lower-case letters, digits, dashes and dots, ${MAX_OBJECT_NAME_LENGTH} at most.`,
  },
  image: {
    missing: 'Name an image.',
    reference: 'Write an image reference such as ghcr.io/acme/workspace:1.4.',
  },
  text: {
    line: 'Remove the invisible characters (control characters, turned reading direction) and write one line.',
    lines:
      'Remove the invisible characters (control characters, turned reading direction).',
  },
  repository: {
    tooMany: `${MAX_REPOSITORIES} repositories at most.`,
    deprecated: 'Write a list, repositories, instead.',
    urlMissing: 'Give the URL of the repository, or remove this line.',
    url: 'Use https://, ssh:// or git@host:path, without a password or a # in it.',
    noDirectory:
      'No directory can be called like the end of this URL; name one.',
    directory: 'Use letters, digits, dots, dashes and underscores.',
    directoryTaken:
      'Another repository is cloned to the same directory already; give one of them a directory name.',
    branch: 'This is no name of a Git branch.',
    branchTooLong: `${MAX_BRANCH_LENGTH} characters at most.`,
  },
  dotfiles: {
    urlMissing: 'Give the URL of the dotfiles, or leave them out.',
    commandMissing: 'Write a command, or leave it out.',
    commandTooLong: `${MAX_COMMAND_LENGTH} characters at most.`,
  },
  size: {
    cpu: `Write a quantity such as 2 or 500m, at least ${LEAST_CORES}.`,
    memory: `Write a quantity such as 4Gi, at least ${LEAST_BYTES}.`,
    storage: `Write a quantity such as 10Gi, at least ${LEAST_BYTES}.`,
  },
  time: {
    idleTimeout:
      'Write a duration above zero such as 4h or 90m; there are no days.',
    autoStopAfter:
      'Write a duration such as 8h, or 0s for never; there are no days.',
  },
  env: {
    kind: 'Choose Deployment or StatefulSet.',
  },
  key: {
    nameMissing: 'Give the key a name.',
    nameTooLong: `${MAX_KEY_NAME_LENGTH} characters at most.`,
    tooMany: `${MAX_KEYS} keys at most.`,
    ...SSH_KEY_REFUSALS,
  },
  neovim: {
    repoMissing: 'Give the URL of the Neovim configuration, or leave it out.',
    luaTooLong: `init.lua may have ${MAX_INIT_LUA_LENGTH.toLocaleString(
      'en',
    )} characters at most.`,
    luaNoText: 'init.lua is text; this is none.',
    archiveTooLarge: `The archive may have ${
      MAX_NEOVIM_ARCHIVE_BYTES / 1024
    } KiB at most.`,
    archive:
      'This is no tar.gz in base64. Pack it with: tar czf - -C ~/.config/nvim . | base64 -w0.',
  },
  template: {
    titleMissing: 'Give the template a title.',
    titleTooLong: `${MAX_TITLE_LENGTH} characters at most.`,
    descriptionTooLong: `${MAX_DESCRIPTION_LENGTH} characters at most.`,
    icon: 'Use the name of a Material icon such as LocalCafe, or an https:// address of a picture.',
    category: `Choose one of these: ${TEMPLATE_CATEGORIES.join(', ')}.`,
    scope: 'The scope follows from where the template is kept; leave this out.',
  },
  workspace: {
    owner: 'The owner is the person who creates the workspace; leave this out.',
    ownerStays: 'A workspace stays with its owner.',
    clusterStays:
      'A workspace stays on its cluster, since its volume is there. Create another one there.',
    storageStays:
      'The volume keeps the size that it was made with. Create another workspace with a larger one.',
    nothingToChange: 'Name at least one field to change.',
    resourceVersion: 'This is no resourceVersion.',
  },
} as const;
