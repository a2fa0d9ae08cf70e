/** A failure in words: what happened, what to do, and the code that support asks for. */
export interface Problem {
  readonly code: string;
  readonly sentence: string;
  /** Trying the same again may help. */
  readonly retryable: boolean;
  /** What the server added for this failure (fields, refusal codes); shape by code. */
  readonly details?: unknown;
}

export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.sentence, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const NO_NETWORK =
  'There is no connection to Latchkey. Nothing was lost; try again when you are back online.';

/** One sentence per code of the Firebase services, in the words of this product. */
const SENTENCES: Readonly<Record<string, string>> = {
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
};

/** Unknown address and wrong password answer alike, code and all, so that nobody can ask who has an account. */
const SAME_AS_WRONG: readonly string[] = [
  'auth/user-not-found',
  'auth/wrong-password',
  'auth/invalid-login-credentials',
];

const RETRYABLE: readonly string[] = [
  'auth/network-request-failed',
  'resource-exhausted',
  'aborted',
  'unavailable',
  'deadline-exceeded',
  'internal',
  'unknown',
];

/** Codes for which the server's own sentence says more than the general one. */
const SERVER_SPEAKS: readonly string[] = [
  'permission-denied',
  'failed-precondition',
  'invalid-argument',
  'already-exists',
  'not-found',
];

/** Turns whatever was thrown into something a person can be shown. Never repeats unknown texts. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const { code: raw, message: text, details } = fieldsOf(error);
  // The SDK adds the HTTP status to what the server said; people are not told numbers.
  const status = /^functions\//.test(raw ?? '') ? / \[(\d+)\]$/.exec(text ?? '') : null;
  const message = status === null ? text : text?.slice(0, status.index);
  const inner = typeof details === 'object' && details !== null ? Reflect.get(details, 'code') : undefined;
  // Status 0 is an answer that never came, which the SDK calls an internal error.
  const unanswered = raw === 'functions/internal' && status?.[1] === '0';
  const plain = unanswered ? 'unavailable' : (raw ?? 'unknown').replace(/^(functions|firestore)\//, '');
  const code = SAME_AS_WRONG.includes(plain) ? 'auth/invalid-credential' : plain;
  const fromServer = raw?.startsWith('functions/') === true && SERVER_SPEAKS.includes(code);
  const sentence = fromServer && message !== undefined && message.includes(' ') ? message : SENTENCES[code];
  return {
    code: typeof inner === 'string' ? inner : code,
    sentence:
      sentence ?? 'Something unexpected happened. Nothing was changed that you cannot see; try again.',
    retryable: RETRYABLE.includes(code),
    ...(details !== undefined && { details }),
  };
}

function fieldsOf(error: unknown): { code?: string; message?: string; details?: unknown } {
  if (typeof error !== 'object' || error === null) return {};
  const code: unknown = Reflect.get(error, 'code');
  const message: unknown = Reflect.get(error, 'message');
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof message === 'string' && { message }),
    details: Reflect.get(error, 'details'),
  };
}
