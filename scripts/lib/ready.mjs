import { setTimeout as sleep } from 'node:timers/promises';

const BETWEEN_TRIES_MS = 500;
const ONE_TRY_MS = 30_000;

/**
 * Waits until the address answers with a success.
 *
 * @param {string} url
 * @param {AbortSignal} signal ends the wait
 * @param {Record<string, string>} [headers]
 */
export async function answers(url, signal, headers) {
  while (!signal.aborted) {
    try {
      const response = await fetch(url, {
        headers,
        signal: AbortSignal.any([signal, AbortSignal.timeout(ONE_TRY_MS)]),
      });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Nothing listens yet, or it is too busy to answer: that is what is waited for.
    }
    await sleep(BETWEEN_TRIES_MS);
  }
}
