import { mkdtempSync, rmSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from './startSandbox';

describe('a sandbox that can not start', () => {
  it('closes what it has opened: the port and the state file are free again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-start-'));
    const stateFile = join(folder, 'state');
    const other = createServer();
    await new Promise<void>(resolve => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const { port: taken } = other.address() as AddressInfo;
    const first = await startSandbox({ stateFile });
    const { port } = first;
    await first.stop();

    await expect(
      startSandbox({ port, stateFile, adminPort: taken }),
    ).rejects.toThrow('EADDRINUSE');

    const again = await startSandbox({ port, stateFile });
    expect(again.port).toBe(port);
    await again.stop();
    other.close();
    rmSync(folder, { recursive: true });
  });
});
