import { UserInfo } from '../auth/userInfo';
import { Review, text } from './review';

const GROUP = 'authentication.k8s.io';

function userInfo({ username, uid, groups, extra }: UserInfo): object {
  return { username, ...(uid && { uid }), groups, ...(extra && { extra }) };
}

/** The reviews that ask who somebody is. */
export const IDENTITY_REVIEWS: Review[] = [
  {
    group: GROUP,
    kind: 'SelfSubjectReview',
    answer: (_spec, { user }) => ({ userInfo: userInfo(user) }),
  },
  {
    group: GROUP,
    kind: 'TokenReview',
    answer: ({ token }, { access }) => {
      const user = access.authenticator.tokenUser(text(token));
      return user
        ? { authenticated: true, user: userInfo(user) }
        : { error: 'the token is not known or has expired' };
    },
  },
];
