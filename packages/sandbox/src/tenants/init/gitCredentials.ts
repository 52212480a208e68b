/** What git is given so that it can log in, besides the URL. */
export interface GitLogin {
  arguments: string[];
  environment: Record<string, string>;
  /** A private key that has to be in the file that `GIT_SSH_KEY` names, as long as git runs. */
  sshKey?: string;
}

const SSH_OPTIONS = [
  // Not the keys and settings of whoever started the sandbox, and never a question.
  '-F /dev/null',
  '-o BatchMode=yes',
  '-o IdentitiesOnly=yes',
  '-o StrictHostKeyChecking=accept-new',
  '-o UserKnownHostsFile="$HOME/.ssh/known_hosts"',
  '-i "$GIT_SSH_KEY"',
].join(' ');

const HELPER =
  '!f() { echo "username=$GIT_LOGIN_USERNAME"; echo "password=$GIT_LOGIN_PASSWORD"; }; f';

function originOf(url: string): string | undefined {
  return /^(https?:\/\/[^/]+)/.exec(url)?.[1];
}

/**
 * How git logs in to a repository: with the entries of a Secret of type `kubernetes.io/basic-auth` or
 * `kubernetes.io/ssh-auth`, decoded. Nothing secret gets into the arguments, which everybody on the machine can read,
 * and a password is offered to the URL's own host only.
 */
export function gitLogin(
  url: string,
  secret: Record<string, string>,
): GitLogin {
  const origin = originOf(url);
  const { username = '', password } = secret;
  return {
    arguments: [
      '-c',
      'credential.helper=',
      ...(password !== undefined && origin
        ? ['-c', `credential.${origin}.helper=${HELPER}`]
        : []),
    ],
    environment: {
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_SSH_COMMAND: `ssh ${SSH_OPTIONS}`,
      GIT_SSH_KEY: '/dev/null',
      ...(password !== undefined && {
        GIT_LOGIN_USERNAME: username,
        GIT_LOGIN_PASSWORD: password,
      }),
    },
    ...(secret['ssh-privatekey'] && {
      sshKey: `${secret['ssh-privatekey'].trimEnd()}\n`,
    }),
  };
}
