import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeKubeconfig } from './kubeconfigFiles';

const TEXT = 'apiVersion: v1\nkind: Config\n';

describe('the kubeconfig files of a sandbox', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-kubeconfigs-'));
    file = join(folder, 'own.kubeconfig');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are for their owner only, also where one was there before', async () => {
    writeFileSync(file, 'before', { mode: 0o644 });
    await writeKubeconfig(file, TEXT);
    expect(readFileSync(file, 'utf8')).toContain(TEXT);
    expect((statSync(file).mode % 0o1000).toString(8)).toBe('600');
  });

  it('go with the sandbox', async () => {
    const remove = await writeKubeconfig(file, TEXT);
    await remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stay when another sandbox has written its own there', async () => {
    const remove = await writeKubeconfig(file, TEXT);
    await writeKubeconfig(file, `${TEXT}current-context: other\n`);
    await remove();
    expect(readdirSync(folder)).toEqual(['own.kubeconfig']);
  });

  it('need not be there any more at the end', async () => {
    const remove = await writeKubeconfig(file, TEXT);
    rmSync(file);
    await expect(remove()).resolves.toBeUndefined();
  });

  it('go at the next start when their process has ended without removing them', async () => {
    await writeKubeconfig(file, TEXT);
    const living = readFileSync(file, 'utf8');
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const left = living.replace(`process ${process.pid} `, `process ${dead} `);
    expect(left).not.toBe(living);
    const elsewhere = left.replace(hostname(), 'another-machine');
    const write = (name: string, text: string) =>
      writeFileSync(join(folder, name), text);
    write('left.kubeconfig', left);
    write('elsewhere.kubeconfig', elsewhere);
    write('no-sandbox.kubeconfig', TEXT);
    write('left.yaml', left);

    await writeKubeconfig(join(folder, 'next.kubeconfig'), TEXT);

    expect(readdirSync(folder).sort()).toEqual([
      'elsewhere.kubeconfig',
      'left.yaml',
      'next.kubeconfig',
      'no-sandbox.kubeconfig',
      'own.kubeconfig',
    ]);
  });
});
