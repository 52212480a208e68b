/**
 * Asks for a list as the table that kubectl prints. With `includeObject=None` nothing of an object
 * leaves the API server but what stands in its cells.
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
 */
export const TABLE = 'application/json;as=Table;g=meta.k8s.io;v=v1';

/** Content type of a patch that names just the fields to change. */
export const MERGE_PATCH = 'application/merge-patch+json';
