import { AccessControl } from '../auth/accessControl';
import { Attributes } from '../auth/attributes';
import { rulesReview } from '../auth/rbac/rulesReview';
import { UserInfo } from '../auth/userInfo';
import { badRequest } from '../status/errors';
import { FieldError, invalid, invalidObject } from '../status/fieldErrors';
import { isObject, JsonObject } from '../types';
import { Review, text } from './review';

const GROUP = 'authorization.k8s.io';

function refuse(kind: string, error: FieldError): never {
  throw invalidObject({ group: GROUP, kind }, '', [error]);
}

function attributesOf(spec: JsonObject, kind: string): Attributes {
  const { resourceAttributes, nonResourceAttributes } = spec;
  const resource = isObject(resourceAttributes);
  if (resource === isObject(nonResourceAttributes)) {
    refuse(
      kind,
      invalid(
        'spec.resourceAttributes',
        resourceAttributes ?? null,
        resource
          ? 'cannot be specified in combination with nonResourceAttributes'
          : 'exactly one of nonResourceAttributes or resourceAttributes must be specified',
      ),
    );
  }
  if (isObject(nonResourceAttributes)) {
    const { path, verb } = nonResourceAttributes;
    return { kind: 'path', path: text(path), verb: text(verb) };
  }
  const asked = isObject(resourceAttributes) ? resourceAttributes : {};
  return {
    kind: 'resource',
    verb: text(asked.verb),
    group: text(asked.group),
    resource: text(asked.resource),
    subresource: text(asked.subresource),
    namespace: text(asked.namespace),
    name: text(asked.name),
  };
}

function subjectOf(spec: JsonObject, kind: string): UserInfo {
  const username = text(spec.user);
  const groups = Array.isArray(spec.groups) ? spec.groups.map(text) : [];
  if (!username && groups.length === 0) {
    refuse(
      kind,
      invalid(
        'spec.user',
        '',
        'at least one of user or group must be specified',
      ),
    );
  }
  return { username, groups };
}

/** A local review is about its own namespace (`pkg/apis/authorization/validation`). */
function assertLocal(
  attributes: Attributes,
  spec: JsonObject,
  kind: string,
  namespace: string,
): void {
  if (attributes.kind === 'path') {
    refuse(
      kind,
      invalid(
        'spec.nonResourceAttributes',
        spec.nonResourceAttributes,
        'disallowed on this kind of request',
      ),
    );
  }
  if (attributes.namespace !== namespace) {
    refuse(
      kind,
      invalid(
        'spec.resourceAttributes.namespace',
        attributes.namespace ?? '',
        'must match metadata.namespace',
      ),
    );
  }
}

function decide(
  access: AccessControl,
  user: UserInfo,
  attributes: Attributes,
): object {
  const { allowed, reason } = access.decide(user, attributes);
  return { allowed, ...(reason && { reason }) };
}

function reviewSubject(kind: string): Review['answer'] {
  return (spec, { access, namespace }) => {
    const subject = subjectOf(spec, kind);
    const attributes = attributesOf(spec, kind);
    if (namespace !== undefined) {
      assertLocal(attributes, spec, kind, namespace);
    }
    return decide(access, subject, attributes);
  };
}

/** The reviews that ask what somebody may do. */
export const ACCESS_REVIEWS: Review[] = [
  {
    group: GROUP,
    kind: 'SelfSubjectAccessReview',
    answer: (spec, { access, user }) =>
      decide(access, user, attributesOf(spec, 'SelfSubjectAccessReview')),
  },
  {
    group: GROUP,
    kind: 'SubjectAccessReview',
    answer: reviewSubject('SubjectAccessReview'),
  },
  {
    group: GROUP,
    kind: 'LocalSubjectAccessReview',
    namespaced: true,
    answer: reviewSubject('LocalSubjectAccessReview'),
  },
  {
    group: GROUP,
    kind: 'SelfSubjectRulesReview',
    answer: (spec, { access, user }) => {
      const namespace = text(spec.namespace);
      if (!namespace) {
        throw badRequest(
          'no namespace on request for SelfSubjectRulesReview, one is required',
        );
      }
      return rulesReview(access.policy, user, namespace);
    },
  },
];
