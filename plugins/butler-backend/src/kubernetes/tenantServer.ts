import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';

/** What the Portal knows of a tenant besides its kubeconfig. */
export interface TenantPlace {
  /** The TenantCluster's `status.controlPlaneEndpoint`: an URL or `host[:port]`. */
  endpoint?: string;
  /** The namespace of the management cluster that the tenant's control plane runs in. */
  namespace: string;
  /** Address of the management cluster. */
  managementServer: string;
}

const forbidden = new BlockList();
forbidden.addSubnet('0.0.0.0', 8);
forbidden.addSubnet('169.254.0.0', 16);
forbidden.addSubnet('224.0.0.0', 3);
forbidden.addAddress('::', 'ipv6');
forbidden.addSubnet('fe80::', 10, 'ipv6');
forbidden.addSubnet('ff00::', 8, 'ipv6');
// Clouds' metadata services outside of link-local: AWS over IPv6, Azure, Alibaba, Oracle.
forbidden.addAddress('fd00:ec2::254', 'ipv6');
forbidden.addAddress('168.63.129.16');
forbidden.addAddress('100.100.100.200');
forbidden.addAddress('192.0.0.192');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

function isIn(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$|\.$/g, '');
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || isIn(loopback, host);
}

/**
 * Whether the Portal may connect to an address for a tenant. Loopback only where the management cluster is
 * on loopback itself, which is a developer's machine.
 */
function isAllowedAddress(address: string, loopbackToo: boolean): boolean {
  return !isIn(forbidden, address) && (loopbackToo || !isIn(loopback, address));
}

function parseEndpoint(endpoint: string): URL | undefined {
  const text = endpoint.includes('://') ? endpoint : `https://${endpoint}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isServiceIn(host: string, namespace: string): boolean {
  return [`.${namespace}.svc`, `.${namespace}.svc.cluster.local`].some(
    suffix =>
      host.endsWith(suffix) && !host.slice(0, -suffix.length).includes('.'),
  );
}

/**
 * Checks that a kubeconfig leads to the tenant and nowhere else. Whoever may write Secrets in the tenant's namespace
 * could otherwise have the Portal send requests of theirs to whatever the Portal can reach (ADR 0012).
 *
 * @throws Error that says what is wrong
 */
export function assertTenantServer(server: string, place: TenantPlace): void {
  const url = new URL(server);
  if (url.username || url.password || url.search || url.hash) {
    throw new Error('the server is more than an address');
  }
  const management = new URL(place.managementServer);
  const host = hostOf(url);
  if (url.host === management.host || /^kubernetes(\.|$)/.test(host)) {
    throw new Error('the server is the management cluster');
  }
  const onLoopback = isLoopbackHost(hostOf(management));
  if (
    !isAllowedAddress(host, onLoopback) ||
    (isLoopbackHost(host) && !onLoopback)
  ) {
    throw new Error('the server’s address is none that a cluster has');
  }
  if (!place.endpoint || isServiceIn(host, place.namespace)) return;
  if (parseEndpoint(place.endpoint)?.host !== url.host) {
    throw new Error('the server is not status.controlPlaneEndpoint');
  }
}

/** Resolves names for connections to tenants: a name that leads where no address may is refused too. */
export function tenantLookup(managementServer: string): LookupFunction {
  const loopbackToo = isLoopbackHost(hostOf(new URL(managementServer)));
  return (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '');
        return;
      }
      const allowed = addresses.filter(({ address }) =>
        isAllowedAddress(address, loopbackToo),
      );
      if (allowed.length === 0) {
        callback(new Error(`${hostname} has no address of a cluster`), '');
      } else if (options.all) {
        callback(null, allowed);
      } else {
        callback(null, allowed[0].address, allowed[0].family);
      }
    });
}
