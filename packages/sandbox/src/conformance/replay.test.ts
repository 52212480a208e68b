import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { AddressInfo } from 'node:net';
import { createServer, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Sandbox } from '../sandbox';
import { startSandbox } from '../startSandbox';

/** Transcripts of a real Kubernetes API server; they are beside the repository, not in it. */
const GOLDEN = resolve(__dirname, '../../../../../shared/kube-golden');
const describeWithTranscripts = existsSync(join(GOLDEN, 'replay.mjs'))
  ? describe
  : describe.skip;

/** What kubectl prints is recorded as well. */
const KUBECTL = spawnSync('kubectl', ['version', '--client']).error
  ? []
  : ['--kubectl', 'kubectl'];

describeWithTranscripts(
  'the transcripts of ../shared/kube-golden (skipped where the folder is not there)',
  () => {
    let sandbox: Sandbox;
    let compactor: Server;

    beforeAll(async () => {
      sandbox = await startSandbox({ empty: true });
      compactor = createServer((_request, response) => {
        sandbox.faults.expireHistory();
        response.end();
      });
      await new Promise<void>(done => {
        compactor.listen(0, '127.0.0.1', done);
      });
    });
    afterAll(async () => {
      compactor.close();
      await sandbox.stop();
    });

    const replay = (
      folder: string,
      ...flags: string[]
    ): Promise<{ code: number | null; out: string }> => {
      const { port } = compactor.address() as AddressInfo;
      const compact = `${process.execPath} -e "fetch('http://127.0.0.1:${port}')"`;
      const child = spawn(process.execPath, [
        join(folder, 'replay.mjs'),
        ...['--server', sandbox.url, '--token', sandbox.token, '--insecure'],
        ...['--compact', compact, ...flags],
      ]);
      let out = '';
      child.stdout.on('data', data => {
        out += data;
      });
      child.stderr.on('data', data => {
        out += data;
      });
      return new Promise(done => {
        child.on('close', code => done({ code, out }));
      });
    };

    // The longest of them waits 15 s for a bookmark; it is replayed once.
    const SLOW = '16-watch-bookmarks';

    it('are answered alike, messages and managed fields included', async () => {
      const { code, out } = await replay(GOLDEN);
      expect(out).toContain(' 0 failed');
      expect(code).toBe(0);
    });

    it('are answered alike by the same server once more', async () => {
      const { code, out } = await replay(
        GOLDEN,
        ...['--skip', SLOW, ...KUBECTL],
      );
      expect(out).toContain(' 0 failed');
      expect(code).toBe(0);
    });

    it('would tell if an answer differed', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kube-golden-'));
      cpSync(GOLDEN, folder, { recursive: true });
      const file = join(folder, 'scenarios', '08-get.json');
      const recorded = readFileSync(file, 'utf8');
      // Copies of read-only files are read-only.
      rmSync(file, { force: true });
      writeFileSync(file, recorded.replace('"8h"', '"9h"'));
      const { code, out } = await replay(folder, '--only', '08-get');
      rmSync(folder, { recursive: true });
      expect(out).toContain('FAIL 08-get');
      expect(code).toBe(1);
    });
  },
);
