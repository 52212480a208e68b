import { Agent, fetch, Response } from 'undici';
import { parse } from 'yaml';
import { JsonObject, KubeObject } from '../apiserver/types';
import { Sandbox } from '../sandbox';

/** One event of a watch. */
export interface ReceivedEvent {
  type: string;
  object: KubeObject & { code?: number; reason?: string };
}

/** An answer, with its body parsed. */
export interface Answer<T = KubeObject> {
  status: number;
  headers: Response['headers'];
  body: T;
}

/** A client that speaks to a sandbox as any other would: HTTPS with its CA, and its token. */
export class TestClient {
  private readonly agent: Agent;

  constructor(
    private readonly sandbox: Pick<Sandbox, 'url' | 'token' | 'ca'>,
    private readonly token = sandbox.token,
  ) {
    this.agent = new Agent({ connect: { ca: sandbox.ca } });
  }

  async request<T = KubeObject>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.sandbox.url}${path}`, {
      method,
      dispatcher: this.agent,
      headers: {
        ...(this.token && { Authorization: `Bearer ${this.token}` }),
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    const text = await response.text();
    let parsed: unknown = text;
    if (response.headers.get('content-type')?.startsWith('application/json')) {
      parsed = JSON.parse(text);
    }
    return {
      status: response.status,
      headers: response.headers,
      body: parsed as T,
    };
  }

  merge(path: string, patch: unknown): Promise<Answer> {
    return this.request('PATCH', path, patch, {
      'Content-Type': 'application/merge-patch+json',
    });
  }

  /** Opens a watch; its events gather in the list until it ends or is closed. */
  async watch(path: string): Promise<{
    events: ReceivedEvent[];
    ended: Promise<void>;
    close: () => void;
  }> {
    const abort = new AbortController();
    const response = await fetch(`${this.sandbox.url}${path}`, {
      dispatcher: this.agent,
      signal: abort.signal,
      headers: { Authorization: `Bearer ${this.token}` },
    });
    const events: ReceivedEvent[] = [];
    const read = async () => {
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of response.body ?? []) {
        rest += decoder.decode(chunk as Uint8Array, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(line => events.push(JSON.parse(line) as ReceivedEvent));
      }
    };
    // An end by force is an end as well; what came until then is in the list.
    const ended = read().catch(() => undefined);
    return { events, ended, close: () => abort.abort() };
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

/** What a client needs, from a kubeconfig with a token. */
export function apiOf(
  kubeconfig: string,
): Pick<Sandbox, 'url' | 'token' | 'ca'> {
  const { clusters, users } = parse(kubeconfig);
  const { server, 'certificate-authority-data': ca } = clusters[0].cluster;
  return {
    url: server,
    token: users[0].user.token,
    ca: Buffer.from(ca, 'base64').toString(),
  };
}

/** Where the workspaces of a team are. */
export function workspacesOf(team: string): string {
  return `/apis/butler.butlerlabs.dev/v1alpha1/namespaces/${team}/workspaces`;
}

/** A workspace that is as small as can be. */
export function aWorkspace(
  name: string,
  spec: JsonObject = {},
  team = 'payments',
): KubeObject {
  return {
    apiVersion: 'butler.butlerlabs.dev/v1alpha1',
    kind: 'Workspace',
    metadata: { name, namespace: team },
    spec: {
      clusterRef: { name: `${team}-dev` },
      owner: 'developer@example.com',
      image: 'img:1',
      ...spec,
    },
  };
}

const DEADLINE = 10_000;

/** Waits until a check passes, or fails with what the check said last. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + DEADLINE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => {
        setTimeout(resolve, 10);
      });
    }
  }
}
