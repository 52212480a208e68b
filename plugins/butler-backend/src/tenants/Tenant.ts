import type { ClusterAccess } from '../kubernetes/ClusterAccess';
import { KubernetesApiError } from '../kubernetes/errors';
import { openExec } from '../kubernetes/exec';
import type {
  ExecHandlers,
  ExecRequest,
  ExecSession,
} from '../kubernetes/exec';
import { DEFAULT_LIMITS } from '../kubernetes/KubernetesClient';
import type {
  ClientLimits,
  KubernetesClient,
} from '../kubernetes/KubernetesClient';
import { collectionPath, objectPath } from '../kubernetes/paths';
import type { ObjectKey } from '../kubernetes/paths';
import { PODS } from '../kubernetes/resourceTypes';
import type { ResourceType } from '../kubernetes/resourceTypes';

/** Where workspaces live in a tenant cluster (contract, section 2). */
export const WORKSPACE_NAMESPACE = 'workspaces';

/** Somebody waits at a screen; a tenant that takes longer is as good as away. */
export const TENANT_LIMITS: ClientLimits = {
  ...DEFAULT_LIMITS,
  timeLimitMs: 8_000,
};

/** Which part of a container's log is read. */
export interface LogTail {
  pod: string;
  container: string;
  /** Of the container's last run rather than of the present one. */
  previous?: boolean;
  lines: number;
  bytes: number;
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Where the next one begins, if there is one. */
  next?: string;
}

/** The API of one tenant cluster, as its admin. What goes wrong is thrown as Kubernetes' errors are. */
export class Tenant {
  constructor(
    private readonly client: KubernetesClient,
    private readonly access: ClusterAccess,
  ) {}

  /** The object; undefined when there is none. */
  async find<T>(type: ResourceType, key: ObjectKey): Promise<T | undefined> {
    return this.#unlessMissing(() => this.#get<T>(objectPath(type, key)));
  }

  /** At most `limit` objects of a kind, in one namespace or in all of them. */
  async list<T>(
    type: ResourceType,
    namespace: string | undefined,
    query: { limit: number; continue?: string; fieldSelector?: string },
  ): Promise<Page<T>> {
    const { limit, ...rest } = query;
    const body = await this.#get<{
      items?: T[];
      metadata?: { continue?: string };
    }>(collectionPath(type, namespace), {
      limit: String(limit),
      ...(rest.continue && { continue: rest.continue }),
      ...(rest.fieldSelector && { fieldSelector: rest.fieldSelector }),
    });
    return {
      items: body.items ?? [],
      next: body.metadata?.continue || undefined,
    };
  }

  /** Deletes the object. That there is none is what was wanted. */
  async remove(type: ResourceType, key: ObjectKey): Promise<void> {
    await this.#unlessMissing(() =>
      this.client.request({
        method: 'DELETE',
        path: objectPath(type, key),
        repeatable: true,
      }),
    );
  }

  /** The end of a container's log in the workspaces' namespace. */
  async log(tail: LogTail): Promise<string> {
    const key = { namespace: WORKSPACE_NAMESPACE, name: tail.pod };
    return this.client.requestText(
      {
        method: 'GET',
        path: `${objectPath(PODS, key)}/log`,
        query: {
          container: tail.container,
          tailLines: String(tail.lines),
          limitBytes: String(tail.bytes),
          ...(tail.previous && { previous: 'true' }),
        },
      },
      tail.bytes,
    );
  }

  /** Runs a program in a pod of the workspaces' namespace. */
  async exec(
    request: Omit<ExecRequest, 'namespace'>,
    handlers: ExecHandlers,
  ): Promise<ExecSession> {
    const placed = { namespace: WORKSPACE_NAMESPACE, ...request };
    return openExec(this.access, placed, handlers);
  }

  /** How many requests wait for their turn. */
  get waiting(): number {
    return this.client.waiting;
  }

  /** Whether the tenant's API server counts as gone. */
  get gone(): boolean {
    return this.client.gone;
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  #get<T>(path: string, query?: Record<string, string>): Promise<T> {
    return this.client.request<T>({ method: 'GET', path, query });
  }

  async #unlessMissing<T>(attempt: () => Promise<T>): Promise<T | undefined> {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof KubernetesApiError && error.status === 404) {
        return undefined;
      }
      throw error;
    }
  }
}
