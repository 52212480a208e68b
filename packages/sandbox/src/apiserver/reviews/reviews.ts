import { ServedResource } from '../discovery/groups';
import { ResourcePath } from '../http/requestInfo';
import { isObject, JsonObject } from '../types';
import { ACCESS_REVIEWS } from './accessReviews';
import { IDENTITY_REVIEWS } from './identityReviews';
import { Review, ReviewContext } from './review';

const REVIEWS = [...IDENTITY_REVIEWS, ...ACCESS_REVIEWS];

function pluralOf({ kind }: Review): string {
  return `${kind.toLowerCase()}s`;
}

/** The reviews, for discovery. */
export const REVIEW_RESOURCES: ServedResource[] = REVIEWS.map(review => ({
  group: review.group,
  version: 'v1',
  plural: pluralOf(review),
  singular: review.kind.toLowerCase(),
  kind: review.kind,
  namespaced: review.namespaced ?? false,
  shortNames: [],
  categories: [],
  builtIn: true,
  verbs: ['create'],
  subresources: [],
}));

/** The review that a path leads to, when it does. */
export function reviewAt(path: ResourcePath | undefined): Review | undefined {
  if (path?.version !== 'v1' || path.name !== undefined) return undefined;
  return REVIEWS.find(
    review =>
      path.group === review.group &&
      path.plural === pluralOf(review) &&
      (path.namespace !== undefined) === Boolean(review.namespaced),
  );
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
