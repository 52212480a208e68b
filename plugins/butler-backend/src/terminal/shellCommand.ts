// The container runs as the image says: as the login user, or as root where it runs sshd. Who opens the terminal gets
// what ssh gives: the login user's shell, in the directory of the workspace.
const SCRIPT = `
user=$1
cd /workspace 2>/dev/null
TERM=xterm-256color
export TERM
if [ "$(id -u)" = 0 ] && id "$user" >/dev/null 2>&1 && command -v su >/dev/null; then
  exec su "$user" -c 'exec "\${SHELL:-/bin/sh}" -l'
fi
for shell in "$SHELL" /bin/bash; do
  [ -n "$shell" ] && [ -x "$shell" ] && exec "$shell" -l
done
exec /bin/sh -l
`;

/** The command that a terminal runs in the pod. */
export function shellCommand(loginUser: string): string[] {
  return ['/bin/sh', '-c', SCRIPT, 'sh', loginUser];
}
