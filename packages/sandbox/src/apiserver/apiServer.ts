import { AccessControl } from './auth/accessControl';
import { ADMIN } from './auth/authenticator';
import { EscalationCheck } from './auth/rbac/escalation';
import { makeTokenKey } from './auth/serviceAccountTokens';
import { ApiServerHandler } from './http/apiServerHandler';
import { FaultInjector } from './http/faultInjector';
import { Listener } from './http/listener';
import { RequestLog } from './http/requestLog';
import { ResourceHandler } from './http/resourceHandler';
import { Authority, makeAuthority } from './http/tls';
import { CUSTOM_RESOURCE_DEFINITIONS } from './registry/customResources';
import { CustomResourceServing } from './registry/customResourceServing';
import { Registry } from './registry/registry';
import { ResourceDefinition, resourceId } from './registry/resourceDefinition';
import { Rest } from './rest/rest';
import { Journal, keep } from './storage/journal';
import { Store } from './storage/store';
import { WatchGate } from './watch/watchGate';

/** How an API server is made. */
export interface ApiServerOptions {
  /** The common name of its certificate. */
  name: string;
  token: string;
  builtIns: ResourceDefinition[];
  /** Whether it serves CustomResourceDefinitions and what they define. */
  customResources: boolean;
  now: () => Date;
  /** Where its objects, certificates and keys outlive the process. */
  journal?: Journal;
}

/** A Kubernetes API in memory, served over HTTPS on loopback. */
export class ApiServer {
  readonly store: Store;
  readonly registry = new Registry();
  readonly rest: Rest;
  readonly log = new RequestLog();
  readonly faults = new FaultInjector();
  readonly watches = new WatchGate();
  readonly listener: Listener;
  readonly access: AccessControl;

  private constructor(
    private readonly options: ApiServerOptions,
    readonly authority: Authority,
    tokenKey: string,
  ) {
    const { builtIns, customResources, journal, now } = options;
    this.store = new Store(journal);
    builtIns.forEach(definition => this.registry.register(definition));
    this.rest = new Rest(this.store, {
      now,
      definitions: () => this.registry.all(),
    });
    this.access = new AccessControl(this.store, options.token, tokenKey);
    const resources = new ResourceHandler({
      store: this.store,
      rest: this.rest,
      registry: this.registry,
      gate: this.watches,
      escalation: new EscalationCheck(this.access.policy),
      now,
    });
    if (customResources) {
      this.registry.register(CUSTOM_RESOURCE_DEFINITIONS);
      new CustomResourceServing(this.store, this.registry).start();
    }
    this.registry.all().forEach(d => this.store.collection(resourceId(d)));
    const { access, faults, log, registry } = this;
    const handler = new ApiServerHandler(
      { access, faults, log, registry, resources },
      socket => this.listener.reset(socket),
    );
    this.listener = new Listener(
      { ...authority.server, ca: this.ca },
      (request, response) => {
        handler.serve(request, response).catch(error => {
          // The client went away in the middle of its request, or the answer had begun already.
          response.destroy(error as Error);
        });
      },
      (request, socket, head) => {
        handler
          .serveUpgrade(request, socket, head)
          .catch(error => socket.destroy(error as Error));
      },
    );
  }

  /** Makes a server with certificates of its own, or with those in its journal; it does not listen yet. */
  static async create(options: ApiServerOptions): Promise<ApiServer> {
    const authority = await keep(options.journal, 'authority', () =>
      makeAuthority(options.name, ADMIN),
    );
    const tokenKey = await keep(
      options.journal,
      'service-account-key',
      makeTokenKey,
    );
    return new ApiServer(options, authority, tokenKey);
  }

  get token(): string {
    return this.options.token;
  }

  /** The PEM of the CA that signed the server's certificate. */
  get ca(): string {
    return this.authority.ca.cert;
  }
}
