import { setTimeout as sleep } from 'node:timers/promises';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { Pool } from 'undici';

/** A person would wait as long as `Retry-After` says; the bench would take hours. */
const SHORTENED = 50;
const LONGEST_WAIT_MS = 300;
const ATTEMPTS = 40;

/** A request to the Portal's API. */
export interface ClientRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/butler`. */
  path: string;
  body?: object;
  idempotencyKey?: string;
}

/** How it came out, after all repetitions. */
export interface ClientAnswer {
  status: number;
  workspace?: Workspace;
  message: string;
  /** Whether an attempt was answered in a way that leaves open whether it was done. */
  open: boolean;
}

interface Body extends Workspace {
  error?: { message?: string };
}

/** What people's requests have met, counted. */
export class Answers {
  requests = 0;
  /** 500, which the Portal never answers, and what else is no answer of it. */
  readonly broken: string[] = [];
  /** Asked to come back later, by 429 and 503. */
  later = 0;
}

/** Asks the Portal as a person does who wants something to be done: again, when told to come back. */
export class Client {
  constructor(
    private readonly pool: Pool,
    private readonly authorization: string,
    private readonly answers: Answers,
  ) {}

  async ask(request: () => ClientRequest): Promise<ClientAnswer> {
    let open = false;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#once(request());
      const { status, waitMs } = answer;
      const again = status === 429 || status >= 500;
      if (!again || attempt === ATTEMPTS) return { ...answer, open };
      // Nothing was done by what was turned away at the door.
      if (status !== 429) open = true;
      await sleep(waitMs);
    }
  }

  async #once(request: ClientRequest) {
    const { method, path, body, idempotencyKey } = request;
    this.answers.requests += 1;
    const response = await this.pool.request({
      method,
      path: `/api/butler${path}`,
      headers: {
        authorization: this.authorization,
        'content-type': 'application/json',
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.body.text();
    const parsed = (text ? JSON.parse(text) : undefined) as Body | undefined;
    const status = response.statusCode;
    const message = parsed?.error?.message ?? '';
    const seconds = Number(response.headers['retry-after'] ?? 1);
    if (status === 429 || status === 503) this.answers.later += 1;
    else if (status >= 500) {
      this.answers.broken.push(`${method} ${path}: ${status} ${message}`);
    }
    return {
      status,
      message,
      workspace: parsed?.metadata ? parsed : undefined,
      waitMs: Math.min(LONGEST_WAIT_MS, (seconds * 1_000) / SHORTENED),
    };
  }
}
