import { AccessControl } from '../auth/accessControl';
import { Attributes } from '../auth/attributes';
import { rulesReview } from '../auth/rbac/rulesReview';
import { UserInfo } from '../auth/userInfo';
import { badRequest } from '../status/errors';
import { FieldError, invalid, invalidObject } from '../status/fieldErrors';
import { isObject, JsonObject, JsonValue } from '../types';
import { ResourcePath } from './requestInfo';

const AUTHORIZATION = 'authorization.k8s.io';
const AUTHENTICATION = 'authentication.k8s.io';

/** Who asks, and whom to ask. */
interface ReviewContext {
  access: AccessControl;
  user: UserInfo;
  namespace: string | undefined;
}

/** A kind that is created to ask a question and is never stored. */
export interface Review {
  group: string;
  kind: string;
  namespaced?: boolean;
  answer(spec: JsonObject, context: ReviewContext): object;
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function refuse(kind: string, error: FieldError): never {
  throw invalidObject({ group: AUTHORIZATION, kind }, '', [error]);
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
  const groups = texts(spec.groups);
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
    const attributes = attributesOf(spec, kind);
    if (
      namespace !== undefined &&
      (attributes.kind === 'path' || attributes.namespace !== namespace)
    ) {
      throw badRequest(
        `the namespace of spec.resourceAttributes must be that of the request, ${namespace}`,
      );
    }
    return decide(access, subjectOf(spec, kind), attributes);
  };
}

function userInfo({ username, uid, groups, extra }: UserInfo): object {
  return { username, ...(uid && { uid }), groups, ...(extra && { extra }) };
}

/** The reviews, by their plural names. */
const REVIEWS: Record<string, Review> = {
  selfsubjectaccessreviews: {
    group: AUTHORIZATION,
    kind: 'SelfSubjectAccessReview',
    answer: (spec, { access, user }) =>
      decide(access, user, attributesOf(spec, 'SelfSubjectAccessReview')),
  },
  subjectaccessreviews: {
    group: AUTHORIZATION,
    kind: 'SubjectAccessReview',
    answer: reviewSubject('SubjectAccessReview'),
  },
  localsubjectaccessreviews: {
    group: AUTHORIZATION,
    kind: 'LocalSubjectAccessReview',
    namespaced: true,
    answer: reviewSubject('LocalSubjectAccessReview'),
  },
  selfsubjectrulesreviews: {
    group: AUTHORIZATION,
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
  selfsubjectreviews: {
    group: AUTHENTICATION,
    kind: 'SelfSubjectReview',
    answer: (_spec, { user }) => ({ userInfo: userInfo(user) }),
  },
  tokenreviews: {
    group: AUTHENTICATION,
    kind: 'TokenReview',
    answer: ({ token }, { access }) => {
      const user = access.authenticator.tokenUser(text(token));
      return user
        ? { authenticated: true, user: userInfo(user) }
        : { error: 'the token is not known or has expired' };
    },
  },
};

/** The review that a path leads to, when it does. */
export function reviewAt(path: ResourcePath | undefined): Review | undefined {
  const review = path && REVIEWS[path.plural];
  return review &&
    path.group === review.group &&
    path.version === 'v1' &&
    path.name === undefined &&
    (path.namespace !== undefined) === Boolean(review.namespaced)
    ? review
    : undefined;
}

/** Answers a review. */
export function answerReview(
  review: Review,
  body: JsonObject,
  context: ReviewContext,
): object {
  const { group, kind } = review;
  const spec = isObject(body.spec) ? body.spec : {};
  return {
    kind,
    apiVersion: `${group}/v1`,
    metadata: { creationTimestamp: null },
    ...(kind !== 'SelfSubjectReview' && { spec }),
    status: review.answer(spec, context),
  };
}
