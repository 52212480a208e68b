import { IncomingMessage, ServerResponse } from 'node:http';
import {
  aggregatedDiscovery,
  apiGroup,
  apiResourceList,
  groupNames,
  ServedResource,
  servedResource,
} from '../discovery/groups';
import {
  openApiDocument,
  openApiIndex,
  openApiOfVersion,
  openApiPath,
} from '../discovery/openapi';
import { Registry } from '../registry/registry';
import { REVIEW_RESOURCES } from '../reviews/reviews';
import { prefersAggregatedDiscovery } from './negotiate';
import { sendJson, sendText } from './responder';

const VERSION = {
  major: '1',
  minor: '32',
  gitVersion: 'v1.32.0-butler-sandbox',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: '',
  compiler: 'node',
  platform: `${process.platform}/${process.arch}`,
};

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

function openApi(path: string, registry: Registry): object | undefined {
  const definitions = registry.all();
  const wanted = path.slice('/openapi/v3/'.length);
  if (wanted === 'version') return openApiOfVersion();
  const served = definitions.filter(d => openApiPath(d) === wanted);
  return served.length > 0 ? openApiDocument(served) : undefined;
}

function servedBy(registry: Registry): ServedResource[] {
  return [...registry.all().map(servedResource), ...REVIEW_RESOURCES];
}

function discovery(path: string, registry: Registry): object | undefined {
  const resources = servedBy(registry);
  if (path === '/api') {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groupNames(resources).map(name => apiGroup(resources, name)),
    };
  }
  const [root, group, version, ...more] = path.slice(1).split('/');
  if (root === 'api') {
    return version === undefined
      ? apiResourceList(resources, '', group)
      : undefined;
  }
  if (root !== 'apis' || more.length > 0) return undefined;
  if (version) return apiResourceList(resources, group, version);
  const found = apiGroup(resources, group);
  return found && { kind: 'APIGroup', apiVersion: 'v1', ...found };
}

/** Answers what is no resource: health, version, discovery, OpenAPI. Returns false when the path is none of these. */
export function serveNonResource(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  registry: Registry,
): boolean {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  if (/^\/(healthz|readyz|livez)(\/|$)/.test(plain)) {
    sendText(response, 200, 'ok');
    return true;
  }
  if (plain === '/version') {
    sendJson(response, 200, VERSION);
    return true;
  }
  if (plain === '/openapi/v3') {
    // The real server says text/plain, too.
    const type = 'text/plain; charset=utf-8';
    sendJson(response, 200, openApiIndex(registry.all()), type);
    return true;
  }
  if (plain.startsWith('/openapi/v3/')) {
    const document = openApi(plain, registry);
    if (document) sendJson(response, 200, document);
    return document !== undefined;
  }
  if (
    (plain === '/api' || plain === '/apis') &&
    prefersAggregatedDiscovery(request.headers.accept)
  ) {
    const document = aggregatedDiscovery(servedBy(registry), plain === '/api');
    sendJson(response, 200, document, AGGREGATED);
    return true;
  }
  const document = discovery(plain, registry);
  if (document) sendJson(response, 200, document);
  return document !== undefined;
}
