import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '@butler-portal/sandbox';
import type { Bench } from './lib/bench';
import { atMost } from './lib/figure';
import { startPortalProcess } from './lib/portalProcess';
import type { PortalProcess } from './lib/portalProcess';
import { percentile, spread } from './lib/statistics';
import { populate, teamNames } from './lib/world';

const TEAMS = teamNames(20);
const PER_TEAM = 20;
const STREAMS = 1_000;
const CHANGES = 200;
const PAUSE_MS = 50;
const AT_ONCE = 50;
const SETTLE_MS = 2_000;

/** When each change has come to each reader, by the mark that the change carries. */
class Arrivals {
  readonly #sent = new Map<string, number>();
  readonly samples: number[] = [];
  /** Readers that have ended. */
  ended = 0;

  send(mark: string): void {
    this.#sent.set(mark, performance.now());
  }

  receive(text: string): void {
    const mark = /"podName":"(mark-\d+)"/.exec(text)?.[1];
    const sent = mark && this.#sent.get(mark);
    if (sent) this.samples.push(performance.now() - sent);
  }
}

async function openStream(
  portal: PortalProcess,
  team: string,
  agent: Agent,
  arrivals: Arrivals,
): Promise<void> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization: portal.authorization(team) };
    get(`${portal.url}/events?team=${team}`, { headers, agent }, resolve).on(
      'error',
      reject,
    );
  });
  if (response.statusCode !== 200) {
    throw new Error(`/events answered ${response.statusCode}`);
  }
  let rest = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const events = (rest + chunk).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('event: upsert')) arrivals.receive(event);
    }
  });
  response.on('close', () => {
    arrivals.ended += 1;
  });
  // A restart may reset a connection; that it ends is all that counts.
  response.on('error', () => {});
}

/** How many readers a change of the first team has: its share of the streams. */
const READERS_OF_TEAM = STREAMS / TEAMS.length;

export const bench: Bench = {
  about: `a status patched in the API server, told to ${STREAMS} open streams`,
  async run(say) {
    const sandbox = await startSandbox();
    populate(sandbox, TEAMS, PER_TEAM);
    // One person reads 50 streams here; production allows fewer.
    const portal = await startPortalProcess(sandbox, TEAMS, {
      limits: { streamsPerUser: STREAMS, requestsPerUser: STREAMS },
    });
    const agent = new Agent({ maxSockets: Infinity });
    const arrivals = new Arrivals();
    try {
      // The first stream of each person loads what the person needs, whatever the streams.
      for (const team of TEAMS) {
        await openStream(portal, team, agent, arrivals);
      }
      await sleep(SETTLE_MS);
      const before = await portal.memory();
      const rest = Array.from(
        { length: STREAMS - TEAMS.length },
        (_, index) => TEAMS[index % TEAMS.length],
      );
      while (rest.length) {
        await Promise.all(
          rest
            .splice(0, AT_ONCE)
            .map(team => openStream(portal, team, agent, arrivals)),
        );
      }
      await sleep(SETTLE_MS);
      const after = await portal.memory();
      const bytes = (after.rss - before.rss) / (STREAMS - TEAMS.length);
      const heap =
        (after.heapUsed + after.external - before.heapUsed - before.external) /
        (STREAMS - TEAMS.length);

      const cpu = portal.cpuMs();
      for (let change = 0; change < CHANGES; change += 1) {
        const mark = `mark-${change}`;
        const namespace = TEAMS[change % TEAMS.length];
        arrivals.send(mark);
        sandbox.objects.patch(
          'workspaces',
          { namespace, name: 'workspace-0000' },
          { status: { podName: mark } },
          'status',
        );
        await sleep(PAUSE_MS);
      }
      await sleep(SETTLE_MS);
      const spent = (portal.cpuMs() - cpu) / CHANGES;
      const expected = CHANGES * READERS_OF_TEAM;
      say(
        `${arrivals.samples.length} of ${expected} events came: ${spread(
          arrivals.samples,
        )}; CPU of the backend ${spent.toFixed(1)} ms a change`,
      );
      say(
        `memory a stream: ${(heap / 1024).toFixed(
          1,
        )} KB of heap and buffers, ${(bytes / 1024).toFixed(1)} KB resident`,
      );
      const stopMs = await portal.stop();
      return [
        atMost(0, {
          name: 'events that did not come',
          value: expected - arrivals.samples.length,
          unit: 'events',
          baseline: expected,
        }),
        atMost(50, {
          name: 'status patched to event at the reader, p50',
          value: percentile(arrivals.samples, 0.5),
          unit: 'ms',
        }),
        atMost(250, {
          name: 'status patched to event at the reader, p99',
          value: percentile(arrivals.samples, 0.99),
          unit: 'ms',
        }),
        atMost(30, {
          name: 'memory a stream (heap and buffers)',
          value: heap / 1024,
          unit: 'KB',
        }),
        atMost(2_000, {
          name: `stop with ${STREAMS} streams open`,
          value: stopMs,
          unit: 'ms',
        }),
      ];
    } finally {
      agent.destroy();
      await portal.stop();
      await sandbox.stop();
    }
  },
};
