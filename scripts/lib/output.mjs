/**
 * Calls back when nobody reads any more what this process prints, as in `npm start | head`. Without it
 * the error ends this process at once, and what it has started goes on without it.
 *
 * @param {() => void} callback may be called more than once
 */
export function onOutputGone(callback) {
  process.stdout.on('error', callback);
  process.stderr.on('error', callback);
}
