/** `metadata.name` of a Secret or a workload: a DNS subdomain (RFC 1123). */
export const MAX_OBJECT_NAME_LENGTH = 253;
/** The longest name of a key (contract, section 1). */
export const MAX_KEY_NAME_LENGTH = 63;
/** Own keys of one workspace. */
export const MAX_KEYS = 50;
/** Repositories of a workspace or template. */
export const MAX_REPOSITORIES = 20;
export const MAX_BRANCH_LENGTH = 250;
/** The command that installs dotfiles. */
export const MAX_COMMAND_LENGTH = 1000;
/** `displayName` of a template. */
export const MAX_TITLE_LENGTH = 100;
export const MAX_DESCRIPTION_LENGTH = 2000;
export const MAX_INIT_LUA_LENGTH = 64 * 1024;
/** The largest archive of a Neovim configuration: an object may have 1.5 MiB, a body 1 MiB. */
export const MAX_NEOVIM_ARCHIVE_BYTES = 512 * 1024;

/** Of memory and volumes: Kubernetes takes "4" for four bytes and would never start such a pod. */
export const LEAST_BYTES = '1Mi';
/** Of CPU. */
export const LEAST_CORES = '1m';
