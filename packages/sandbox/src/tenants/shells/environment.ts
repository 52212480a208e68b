import { WorkspaceFolder } from './folders';

/** The only variables that a shell inherits from whoever started the sandbox. */
const INHERITED = ['PATH', 'LANG'];

/** The user that people log in as; the processes run as the one who started the sandbox. */
export const LOGIN_USER = 'dev';

/** The environment of a process in a container: nothing of the parent's but PATH and LANG, the container's, and where things are. */
export function shellEnvironment(options: {
  parent: NodeJS.ProcessEnv;
  container: Record<string, string>;
  folder: WorkspaceFolder;
  shell: string;
}): Record<string, string> {
  const { parent, container, folder, shell } = options;
  const inherited = INHERITED.flatMap(name => {
    const value = parent[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(inherited),
    ...container,
    USER: LOGIN_USER,
    LOGNAME: LOGIN_USER,
    SHELL: shell,
    HOME: folder.home,
    WORKSPACE: folder.workspace,
    SSH_HOST_KEY_DIR: folder.hostKeys,
  };
}
