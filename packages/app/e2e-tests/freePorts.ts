import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range from which Linux gives out ports by itself (32768 and up): a port of that range
// may be taken, by the sandbox's tenant clusters for one, before the Portal gets to listen on it.
const LOWEST = 20_000;
const HIGHEST = 30_000;

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Ports of the loopback interface that nothing listens on at the moment. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}
