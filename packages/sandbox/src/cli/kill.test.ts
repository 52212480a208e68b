import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf, ended, RunningCli, runCli } from '../__testUtils__/cli';
import { eventually, TestClient } from '../__testUtils__/client';

const SECRETS = '/api/v1/namespaces/default/secrets';
const ROUNDS = 4;
const WRITERS = 6;

/** What a writer knows of its object: the last answer that came, and what was on its way when no more came. */
interface Knowledge {
  acknowledged?: { version: number; value: string | undefined };
  underWay: boolean;
}

function secret(name: string, value: string) {
  const padding = 'x'.repeat(2_000);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    stringData: { value, again: value, padding },
  };
}

function read(data: unknown): { value: string; again: string } {
  const { value, again } = data as Record<string, string>;
  const text = (encoded: string) => Buffer.from(encoded, 'base64').toString();
  return { value: text(value), again: text(again) };
}

describe('a sandbox with a state file that is killed', () => {
  let folder: string;
  let running: RunningCli | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-kill-'));
  });
  afterEach(() => {
    running?.child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Creates, changes and deletes one object until the connection breaks. */
  const write = async (
    client: TestClient,
    name: string,
    known: Knowledge,
    acknowledge: () => void,
  ) => {
    for (let step = 0; ; step += 1) {
      const value = `${name} ${step} ${Math.random()}`;
      const there = known.acknowledged?.value !== undefined;
      const remove = there && Math.random() < 0.2;
      known.underWay = true;
      const answer = await (() => {
        if (remove) return client.request('DELETE', `${SECRETS}/${name}`);
        return there
          ? client.merge(`${SECRETS}/${name}`, secret(name, value))
          : client.request('POST', SECRETS, secret(name, value));
      })();
      expect(answer.status).toBeLessThan(300);
      known.acknowledged = remove
        ? { version: known.acknowledged?.version ?? 0, value: undefined }
        : { version: Number(answer.body.metadata.resourceVersion), value };
      known.underWay = false;
      acknowledge();
    }
  };

  it('has every acknowledged write when it comes back, and nothing by halves', async () => {
    const flags = ['--empty', '--port', '0', '--state', 'state.db'];
    const objects = new Map<string, Knowledge>();
    let highest = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      running = runCli(folder, ...flags);
      const client = await clientOf(running.output);
      const list = await client.request<{
        metadata: { resourceVersion: string };
        items: { metadata: { name: string }; data: unknown }[];
      }>('GET', SECRETS);
      expect(Number(list.body.metadata.resourceVersion)).toBeGreaterThanOrEqual(
        highest,
      );
      const there = new Map(
        list.body.items.map(({ metadata, data }) => [
          metadata.name,
          read(data),
        ]),
      );
      for (const { value, again } of there.values()) expect(again).toBe(value);
      // What was under way may have happened or not; everything else is as it was answered.
      const settled = [...objects].filter(([, { underWay }]) => !underWay);
      expect(settled.map(([name]) => [name, there.get(name)?.value])).toEqual(
        settled.map(([name, known]) => [name, known.acknowledged?.value]),
      );
      if (round === ROUNDS) {
        await client.close();
        break;
      }
      for (const [name, known] of objects) {
        const value = there.get(name)?.value;
        known.acknowledged = { version: highest, value };
      }
      let left = 20 + Math.floor(Math.random() * 150);
      const { child, output } = running;
      const acknowledge = () => {
        left -= 1;
        if (left === 0) child.kill('SIGKILL');
      };
      const writers = Array.from({ length: WRITERS }, (_, index) => {
        const name = `object-${index}`;
        const known = objects.get(name) ?? { underWay: false };
        objects.set(name, known);
        return write(client, name, known, acknowledge);
      });
      const results = await Promise.allSettled(writers);
      // They end when the connection breaks, and for no other reason.
      results.forEach(result =>
        expect(result).toMatchObject({
          reason: expect.objectContaining({ name: 'TypeError' }),
        }),
      );
      expect(await ended(output)).toBeNull();
      highest = Math.max(
        highest,
        ...[...objects.values()].map(o => o.acknowledged?.version ?? 0),
      );
      await client.close();
    }
  });

  it('is as good as new when it was killed before it was ready', async () => {
    const flags = ['--port', '0', '--state', 'state.db', '--workspaces', '300'];
    const first = runCli(folder, ...flags);
    await eventually(() =>
      expect(statSync(join(folder, 'state.db')).size).toBeGreaterThan(0),
    );
    expect(first.output.out).toBe('');
    first.child.kill('SIGKILL');
    expect(await ended(first.output)).toBeNull();
    running = runCli(folder, ...flags);
    const client = await clientOf(running.output);
    const { body } = await client.request<{ items: unknown[] }>(
      'GET',
      '/apis/butler.butlerlabs.dev/v1alpha1/workspaces',
    );
    expect(body.items).toHaveLength(306);
    await client.close();
  });
});
