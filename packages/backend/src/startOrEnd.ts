import type { createBackend } from '@backstage/backend-defaults';

/**
 * Starts the backend, or ends the process with exit code 1. Left alone Backstage logs the failure and goes on with the plugins that did
 * start, so that nothing starts the backend again: after a database that was away for a moment, or two replicas that made
 * the same tables at once (knex's migrations take their lock only after that).
 */
export async function startOrEnd(
  backend: Pick<ReturnType<typeof createBackend>, 'start'>,
) {
  try {
    await backend.start();
  } catch (error) {
    console.error(`The backend could not start. ${error}`);
    process.exit(1);
  }
}
