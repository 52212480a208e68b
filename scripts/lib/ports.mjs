import { createServer } from 'node:net';

/** @returns {Promise<boolean>} whether nothing listens on the port, on whatever address */
export function isFree(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error => {
      if (['EADDRINUSE', 'EACCES'].includes(error.code)) resolve(false);
      else reject(error);
    });
    // No host: all of IPv4 and IPv6, so that a listener on 127.0.0.1 alone is noticed too.
    server.listen({ port, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/**
 * @param {Record<string, number>} ports by the name that the flag has: `app` for `--app-port`
 * @throws Error that names each port that is taken and the flag that moves it
 */
export async function assertPortsFree(ports) {
  const taken = [];
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port))) taken.push([name, port]);
  }
  if (taken.length === 0) return;
  throw new Error(
    taken
      .map(
        ([name, port]) =>
          `Port ${port} is taken or may not be used, and the ${name} needs it. Stop what listens there, or choose another with --${name}-port.`,
      )
      .join('\n'),
  );
}
