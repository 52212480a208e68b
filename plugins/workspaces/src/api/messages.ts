// Forms keep drafts in the tab.
const SIGN_IN_AGAIN =
  'Reload the page to sign in again; what you have typed into a form is kept.';

/** Why there is no answer of the backend that could speak for itself. */
export const errorMessages = {
  // What the backend says of an expired session is for programs, and does not say what to do.
  sessionEnded: `Your session has ended. ${SIGN_IN_AGAIN}`,
  badStatus:
    'The Portal’s backend answered with status {{status}}. Try again; if it stays so, tell the Portal’s operators.',
  notThePortals: `What came back is not the Portal’s answer: something on the way, such as a sign-in, has answered in its place. ${SIGN_IN_AGAIN}`,
  timedOut:
    'The Portal’s backend did not answer in time. Try again in a moment.',
  unreachable:
    'The Portal’s backend cannot be reached. Check your network connection, then try again.',
  ownFault:
    'Something in the Portal itself went wrong. Reload the page, then try again; if it stays so, tell the Portal’s operators.',
} as const;
