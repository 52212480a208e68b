/**
 * Ends the backend, as a signal would, once nobody reads its log any more: a closed pipe, or `npm start`
 * killed. Otherwise the failed write is an uncaught exception, which Backstage (backend-app-api's
 * BackendInitializer) writes to the same log, which fails again: it would spin, and grow, for ever.
 */
export function endWithOutput(): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    process.kill(process.pid, 'SIGTERM');
  };
  process.stdout.on('error', end);
  process.stderr.on('error', end);
}
