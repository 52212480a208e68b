/** A request's path, read the way of `k8s.io/apiserver/pkg/endpoints/request`. */
export interface ResourcePath {
  group: string;
  version: string;
  namespace?: string;
  plural: string;
  name?: string;
  subresource?: string;
  /** Set for the old paths of watches: `/apis/GROUP/VERSION/watch/…`. */
  watch?: true;
}

/** Decodes a path into segments; undefined where the encoding is broken or a segment would be ambiguous. */
function segmentsOf(path: string): string[] | undefined {
  try {
    const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
    const ambiguous = segments.some(
      segment => segment === '.' || segment === '..' || segment.includes('/'),
    );
    return ambiguous ? undefined : segments;
  } catch {
    return undefined;
  }
}

/** The resource that a path is about, or undefined when it is about none. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const segments = segmentsOf(path);
  if (!segments) return undefined;
  let group = '';
  let rest: string[];
  if (segments[0] === 'api') {
    rest = segments.slice(1);
  } else if (segments[0] === 'apis' && segments.length > 1) {
    group = segments[1];
    rest = segments.slice(2);
  } else {
    return undefined;
  }
  const [version, ...segmentsAfterVersion] = rest;
  const watch = segmentsAfterVersion[0] === 'watch';
  const resource = watch ? segmentsAfterVersion.slice(1) : segmentsAfterVersion;
  if (!version || resource.length === 0) return undefined;
  const inNamespace =
    resource[0] === 'namespaces' &&
    resource.length > 2 &&
    !(group === '' && ['status', 'finalize'].includes(resource[2]));
  const [plural, name, subresource, ...more] = inNamespace
    ? resource.slice(2)
    : resource;
  if (more.length > 0) return undefined;
  return {
    group,
    version,
    plural,
    ...(inNamespace && { namespace: resource[1] }),
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && { subresource }),
    ...(watch && { watch }),
  };
}
