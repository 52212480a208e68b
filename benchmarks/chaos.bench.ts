import { setTimeout as sleep } from 'node:timers/promises';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { startSandbox } from '@butler-portal/sandbox';
import type { Sandbox } from '@butler-portal/sandbox';
import { Pool } from 'undici';
import { makeRandom } from '../packages/sandbox/src/random';
import type { Bench } from './lib/bench';
import { Answers, Client } from './lib/chaos/Client';
import { History } from './lib/chaos/History';
import { Mischief } from './lib/chaos/Mischief';
import type { FaultKind } from './lib/chaos/Mischief';
import { Person } from './lib/chaos/Person';
import type { Complaints, Outcome } from './lib/chaos/Person';
import { StreamCopy } from './lib/chaos/StreamCopy';
import { PLATFORM, populateForChaos } from './lib/chaos/world';
import { atLeast, atMost } from './lib/figure';
import { startPortalProcess } from './lib/portalProcess';
import type { PortalProcess } from './lib/portalProcess';

const TEAMS = ['chaos-1', 'chaos-2', 'chaos-3', 'chaos-4'];
const NAMES_PER_TEAM = 12;
const OWNERS_PER_TEAM = 4;
const OPERATIONS = Number(process.env.CHAOS_OPERATIONS ?? 10_000);
const FAULT_SHARE = 0.1;
/** Each round ends with one of these, and is then measured. */
const LAST_FAULTS: FaultKind[] = [
  '500',
  'watches cut',
  'history expired',
  'watches stalled',
  'API server restarted',
];
/** The stream is cut once in so many operations. */
const CUT_STREAM_EVERY = 250;
const SETTLE_MS = 1_000;
const POLL_MS = 50;
const GIVE_UP_MS = 60_000;
const SAMPLES_SHOWN = 10;

/** Objects and their versions, to compare. */
function versions(objects: Pick<Workspace, 'metadata'>[]): string[] {
  return objects
    .map(({ metadata }) => `${metadata.uid} ${metadata.resourceVersion}`)
    .sort();
}

function differences(one: string[], other: string[]): number {
  const [left, right] = [new Set(one), new Set(other)];
  return (
    one.filter(entry => !right.has(entry)).length +
    other.filter(entry => !left.has(entry)).length
  );
}

function truth({ objects }: Sandbox): string[] {
  return versions(objects.list('workspaces') as unknown as Workspace[]);
}

async function listed(portal: PortalProcess): Promise<string[]> {
  const response = await fetch(`${portal.url}/workspaces`, {
    headers: { authorization: portal.authorization(PLATFORM) },
  });
  const { items } = (await response.json()) as { items: Workspace[] };
  return versions(items);
}

/** Something changes that only a watch or a list tells the Portal. */
function changeBehindItsBack({ objects }: Sandbox, mark: string): void {
  for (const { metadata } of objects.list('workspaces')) {
    objects.patch('workspaces', metadata, {
      metadata: { annotations: { 'example.com/mark': mark } },
    });
  }
}

/** Seconds until the Portal's list and the open stream are what the API server has. */
async function converge(
  sandbox: Sandbox,
  portal: PortalProcess,
  screen: StreamCopy,
): Promise<{ list: number; stream: number; differ: number }> {
  const start = performance.now();
  let [list, stream] = [NaN, NaN];
  for (;;) {
    const items = await listed(portal);
    const wanted = truth(sandbox);
    const spent = performance.now() - start;
    const missing = differences(items, wanted);
    const unseen = differences(versions(screen.list()), wanted);
    if (missing === 0 && Number.isNaN(list)) list = spent / 1_000;
    if (unseen === 0 && Number.isNaN(stream)) stream = spent / 1_000;
    const same = missing + unseen === 0;
    if (same || spent > GIVE_UP_MS) {
      const or = (seconds: number) =>
        Number.isNaN(seconds) ? spent / 1_000 : seconds;
      return { list: or(list), stream: or(stream), differ: missing + unseen };
    }
    await sleep(POLL_MS);
  }
}

function lostNow({ objects }: Sandbox, histories: History[]): string[] {
  return histories.flatMap(history => {
    const { team: namespace, name } = history;
    const now = objects.get('workspaces', { namespace, name });
    return history.lost(now as unknown as Workspace | undefined);
  });
}

/** Objects that nobody was told of: made by a request that was made again. */
function doubledNow({ objects }: Sandbox, histories: History[]): string[] {
  const known = new Set(histories.flatMap(({ made }) => [...made]));
  return TEAMS.flatMap(team => objects.list('workspaces', team))
    .filter(({ metadata }) => !known.has(metadata.uid ?? ''))
    .map(({ metadata }) => `${metadata.namespace}/${metadata.name}: unknown`);
}

export const bench: Bench = {
  about: `${OPERATIONS} operations of several people, and a fault with one in ten`,
  async run(say) {
    const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
    say(`CHAOS_SEED=${seed}`);
    const sandbox = await startSandbox();
    await populateForChaos(sandbox, TEAMS);
    const portal = await startPortalProcess(sandbox, [...TEAMS, PLATFORM]);
    const pool = new Pool(`http://127.0.0.1:${portal.port}`, {
      connections: 32,
    });
    const screen = new StreamCopy(
      `${portal.url}/events`,
      portal.authorization(PLATFORM),
    );
    const answers = new Answers();
    const complaints: Complaints = { lost: [], doubled: [] };
    const mischief = new Mischief(sandbox, makeRandom(seed));
    const histories = TEAMS.map(team =>
      Array.from(
        { length: NAMES_PER_TEAM },
        (_, index) => new History(team, `workspace-${index}`),
      ),
    );
    const person = (team: number, who: string, owns: boolean, index: number) =>
      new Person(
        new Client(pool, portal.authorization(who), answers),
        owns,
        histories[team],
        screen,
        makeRandom(seed + 1 + index),
        complaints,
      );
    const people = TEAMS.flatMap((team, index) => [
      ...Array.from({ length: OWNERS_PER_TEAM }, (_, number) =>
        person(index, team, true, index * 10 + number),
      ),
      person(index, TEAMS.at(index - 1) ?? team, false, index * 10 + 9),
    ]);
    const outcomes: Record<Outcome, number> = {
      done: 0,
      refused: 0,
      'given up': 0,
    };
    const random = makeRandom(seed - 1);
    let begun = 0;
    const work = async (one: Person, until: number) => {
      while (begun < until) {
        begun += 1;
        if (random() < FAULT_SHARE) mischief.strike();
        if (begun % CUT_STREAM_EVERY === 0) screen.cut();
        outcomes[await one.act()] += 1;
      }
    };
    const seconds: number[] = [];
    let differ = 0;
    const cpu = portal.cpuMs();
    const start = performance.now();
    try {
      for (const [round, last] of LAST_FAULTS.entries()) {
        const until = Math.round(
          (OPERATIONS * (round + 1)) / LAST_FAULTS.length,
        );
        await Promise.all(people.map(one => work(one, until)));
        mischief.inflict(last);
        changeBehindItsBack(sandbox, `round-${round}`);
        await mischief.end();
        const took = await converge(sandbox, portal, screen);
        say(
          `after ${until} operations, the last fault “${last}”: the list was right after ${took.list.toFixed(
            2,
          )} s, the stream after ${took.stream.toFixed(2)} s`,
        );
        seconds.push(took.list, took.stream);
        differ += took.differ;
        // The controllers finish what was asked last.
        await sleep(SETTLE_MS);
        complaints.lost.push(...lostNow(sandbox, histories.flat()));
        complaints.doubled.push(...doubledNow(sandbox, histories.flat()));
      }
      const spent = (performance.now() - start) / 1_000;
      const spentCpu = (portal.cpuMs() - cpu) / begun;
      say(
        `${begun} operations in ${spent.toFixed(
          0,
        )} s, CPU of the backend ${spentCpu.toFixed(1)} ms each: ${
          outcomes.done
        } done, ${outcomes.refused} refused, ${
          outcomes['given up']
        } given up; ${answers.requests} requests, ${
          answers.later
        } of them told to come back later; the stream was opened ${
          screen.opened
        } times`,
      );
      say(
        `faults: ${[...mischief.counts]
          .map(([kind, count]) => `${count} × ${kind}`)
          .join(', ')}`,
      );
      const found = { ...complaints, broken: answers.broken };
      for (const [what, list] of Object.entries(found)) {
        list.slice(0, SAMPLES_SHOWN).forEach(text => say(`${what}: ${text}`));
      }
      return [
        atLeast(OPERATIONS, {
          name: 'operations with faults in between',
          value: begun,
          unit: 'operations',
        }),
        atLeast(OPERATIONS * FAULT_SHARE * 0.9, {
          name: 'faults injected',
          value: mischief.total,
          unit: 'faults',
        }),
        atMost(0, {
          name: 'operations lost',
          value: complaints.lost.length,
          unit: 'operations',
        }),
        atMost(0, {
          name: 'operations done twice',
          value: complaints.doubled.length,
          unit: 'operations',
        }),
        atMost(0, {
          name: 'answers 500',
          value: answers.broken.length,
          unit: 'answers',
        }),
        atMost(0, {
          name: 'objects that differ from the API server’s in the end',
          value: differ,
          unit: 'objects',
        }),
        atMost(2, {
          name: 'last fault to the list and the stream as the API server has it, the worst of five',
          value: Math.max(...seconds),
          unit: 's',
        }),
      ];
    } finally {
      await screen.close();
      await pool.close();
      await portal.stop();
      await sandbox.stop();
    }
  },
};
