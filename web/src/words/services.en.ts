import { area } from './area.ts';

const NO_NETWORK =
  'There is no connection to Latchkey. Nothing was lost; try again when you are back online.';

/** One sentence per code of the Firebase services, in the words of this product. */
export const services = area('services', {
  'auth/invalid-credential': 'That e-mail and password do not match.',
  'auth/invalid-email': 'That does not look like an e-mail address.',
  'auth/missing-password': 'Enter your password.',
  'auth/user-disabled': 'This account is switched off. Ask the person who invited you.',
  'auth/too-many-requests': 'Too many tries. Wait a few minutes, or reset your password.',
  'auth/network-request-failed': NO_NETWORK,
  'auth/user-token-expired': 'Your sign-in has ended. Sign in again.',
  'auth/requires-recent-login': 'Sign in again to do this.',
  'auth/weak-password': 'That password is too short. Use at least 8 characters.',
  'auth/password-does-not-meet-requirements': 'That password is too simple. Make it longer or less common.',
  'auth/expired-action-code': 'This link is too old. Ask for a new one.',
  'auth/invalid-action-code': 'This link was already used or is not complete. Ask for a new one.',
  'auth/popup-closed-by-user': 'The Google window was closed before you were signed in.',
  'auth/user-mismatch': 'That is another account than the one that is signed in here.',
  'auth/popup-blocked': 'Your browser blocked the Google window. Allow pop-ups for this page and try again.',
  'permission-denied': 'Your role does not allow this.',
  unauthenticated: 'Your sign-in has ended. Sign in again.',
  'not-found': 'This no longer exists. Someone may have deleted it.',
  'already-exists': 'There is already one like this.',
  'failed-precondition':
    'This is not possible in the current state. Load the page again to see what changed.',
  'invalid-argument': 'Something in what you entered is not accepted.',
  'resource-exhausted': 'Too much at once. Wait a minute and try again.',
  aborted: 'Someone changed this at the same moment. Nothing was changed; try again.',
  unavailable: NO_NETWORK,
  'deadline-exceeded': 'The server took too long to answer. Check whether it was done, then try again.',
  internal: 'Something went wrong on our side. It has been recorded; try again in a moment.',
  'second-factor-missing': 'Without the code of your second factor you cannot go on.',
  'cannot-start': 'Latchkey could not start. Load the page again, or tell whoever runs it.',
  unknown: 'Something unexpected happened. Nothing was changed that you cannot see; try again.',
});
