import { randomUUID } from 'node:crypto';
import {
  CONNECT_ANNOTATION,
  readinessOf,
} from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import type { Client, ClientAnswer, ClientRequest } from './Client';
import type { Effect, History } from './History';
import type { StreamCopy } from './StreamCopy';

const ACTIONS = ['connect', 'disconnect', 'start', 'stop', 'restart'] as const;
const OWNER_CHOICES = [...ACTIONS, ...ACTIONS, 'edit', 'edit', 'delete'];
const ADMIN_CHOICES = ['disconnect', 'stop', 'stop', 'delete'];

type Choice = (typeof ACTIONS)[number] | 'edit' | 'delete';

/** What somebody has been told that cannot be true. */
export interface Complaints {
  readonly lost: string[];
  readonly doubled: string[];
}

/** How an operation came out. */
export type Outcome = 'done' | 'refused' | 'given up';

function isDone({ status }: ClientAnswer): boolean {
  return status >= 200 && status < 300;
}

function outcomeOf(answer: ClientAnswer): Outcome {
  if (isDone(answer)) return 'done';
  return answer.status >= 500 || answer.status === 429 ? 'given up' : 'refused';
}

/** One person at work on the workspaces of one team: one operation after the other. */
export class Person {
  constructor(
    private readonly client: Client,
    private readonly owns: boolean,
    private readonly histories: readonly History[],
    private readonly screen: StreamCopy,
    private readonly random: () => number,
    private readonly complaints: Complaints,
  ) {}

  async act(): Promise<Outcome> {
    const there = this.histories.filter(({ current }) => current);
    const history = this.#pick(
      this.owns || there.length === 0 ? this.histories : there,
    );
    const { current } = history;
    if (!current) return this.#create(history);
    const choice = this.#choose(this.screen.get(current));
    switch (choice) {
      case 'delete':
        return this.#delete(history, current);
      case 'edit':
        return this.#edit(history, current);
      default:
        return this.#run(choice, history);
    }
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)];
  }

  /** Mostly what the screen offers; what it shows may be old. */
  #choose(seen: Workspace | undefined): Choice {
    const choices = (this.owns ? OWNER_CHOICES : ADMIN_CHOICES) as Choice[];
    const offered = choices.filter(
      choice => seen && readinessOf(choice, seen).state === 'ready',
    );
    return this.#pick(
      offered.length && this.random() < 0.8 ? offered : choices,
    );
  }

  async #create(history: History): Promise<Outcome> {
    const { team, name } = history;
    const image = `registry.example.com/chaos:${randomUUID()}`;
    const start = performance.now();
    const idempotencyKey = randomUUID();
    const answer = await this.client.ask(() => ({
      method: 'POST',
      path: `/teams/${team}/workspaces`,
      body: { name, spec: { clusterRef: { name: `${team}-dev` }, image } },
      idempotencyKey,
    }));
    const uid = answer.workspace?.metadata.uid;
    if (!isDone(answer) || !uid) {
      const effect = { what: 'create', start, end: performance.now() };
      if (answer.open) {
        history.add({ ...effect, acknowledged: false, connect: false, image });
      }
      return outcomeOf(answer);
    }
    if (answer.workspace?.spec.image !== image) {
      this.complaints.lost.push(`${team}/${name}: created with another image`);
    }
    if (history.made.has(uid)) {
      this.complaints.doubled.push(`${team}/${name}: ${uid} created twice`);
    }
    history.create({
      what: 'create',
      uid,
      start,
      end: performance.now(),
      acknowledged: true,
      connect: false,
      image,
      runs: true,
    });
    return 'done';
  }

  async #delete(history: History, uid: string): Promise<Outcome> {
    const { team, name } = history;
    const removal = { uid, acknowledged: false };
    history.remove(removal);
    const answer = await this.client.ask(() => ({
      method: 'DELETE',
      path: `/teams/${team}/workspaces/${name}?uid=${uid}`,
    }));
    removal.acknowledged = isDone(answer);
    if (!removal.acknowledged && answer.status === 409) {
      // Somebody was in between, or it is another one by now: who still sees it may try again.
      const seen = this.screen.get(uid);
      if (seen && !history.current) history.current = uid;
    }
    return outcomeOf(answer);
  }

  async #edit(history: History, uid: string): Promise<Outcome> {
    const { team, name } = history;
    const image = `registry.example.com/chaos:${randomUUID()}`;
    const careful = this.random() < 0.5;
    const seen = this.screen.get(uid)?.metadata.resourceVersion;
    const start = performance.now();
    const answer = await this.#insist(history, () => ({
      method: 'PATCH',
      path: `/teams/${team}/workspaces/${name}`,
      body: {
        ...(careful && seen && { metadata: { resourceVersion: seen } }),
        spec: { image },
      },
    }));
    this.#note(history, answer, start, { what: 'edit', image });
    if (isDone(answer) && answer.workspace?.spec.image !== image) {
      this.complaints.lost.push(`${team}/${name}: edited to another image`);
    }
    return outcomeOf(answer);
  }

  async #run(
    action: Exclude<Choice, 'edit' | 'delete'>,
    history: History,
  ): Promise<Outcome> {
    const { team, name } = history;
    const start = performance.now();
    const answer = await this.#insist(history, () => ({
      method: 'POST',
      path: `/teams/${team}/workspaces/${name}/${action}`,
    }));
    const off = action === 'disconnect' || action === 'stop';
    const connected =
      answer.workspace?.metadata.annotations?.[CONNECT_ANNOTATION] === 'true';
    // A start of what runs already says nothing about the connection.
    const says = off || connected || action === 'connect' || !isDone(answer);
    this.#note(history, answer, start, {
      what: action,
      ...(says && { connect: !off }),
      runs: action === 'disconnect' ? 'either' : !off,
    });
    return outcomeOf(answer);
  }

  /** Asks, and finds out whether what it is told to be gone may be. */
  async #insist(
    history: History,
    request: () => ClientRequest,
  ): Promise<ClientAnswer> {
    const uid = history.current;
    const answer = await this.client.ask(request);
    if (answer.status === 404 && uid && !history.isUnwanted(uid)) {
      const { team, name } = history;
      this.complaints.lost.push(`${team}/${name}: 404, but it was created`);
    }
    return answer;
  }

  #note(
    history: History,
    answer: ClientAnswer,
    start: number,
    effect: Pick<Effect, 'what' | 'connect' | 'image' | 'runs'>,
  ): void {
    const acknowledged = isDone(answer);
    // What was refused at once was not done.
    if (!acknowledged && !answer.open) return;
    const uid = answer.workspace?.metadata.uid;
    const end = performance.now();
    history.add({ ...effect, uid, start, end, acknowledged });
  }
}
