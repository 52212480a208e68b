import { AccessControl } from '../auth/accessControl';
import { UserInfo } from '../auth/userInfo';
import { JsonObject, JsonValue } from '../types';

/** Who asks, and whom to ask. */
export interface ReviewContext {
  access: AccessControl;
  user: UserInfo;
  /** Of the request's path. */
  namespace: string | undefined;
}

/** A kind that is created to ask a question and is never stored. */
export interface Review {
  group: string;
  kind: string;
  namespaced?: boolean;
  /** The status of the review. */
  answer(spec: JsonObject, context: ReviewContext): object;
}

/** A field that should be a text; '' when it is not. */
export function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
