import { isObject, JsonObject } from '../types';

const GROUP = '/apis/authorization.k8s.io/v1';
const KINDS: Record<string, string> = {
  selfsubjectaccessreviews: 'SelfSubjectAccessReview',
  subjectaccessreviews: 'SubjectAccessReview',
};

/** The kind of an access review, when a path asks for one. */
export function accessReviewKind(path: string): string | undefined {
  return path.startsWith(`${GROUP}/`)
    ? KINDS[path.slice(GROUP.length + 1)]
    : undefined;
}

/** Answers an access review: there is no RBAC yet, so that everything is allowed. */
export function reviewAccess(kind: string, body: JsonObject): object {
  return {
    kind,
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: isObject(body.spec) ? body.spec : {},
    status: { allowed: true, reason: 'the sandbox has no RBAC' },
  };
}
