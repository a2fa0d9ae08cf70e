import { services } from '../words/services.en.ts';

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

/** One sentence per code of the Firebase services, in English; whoever shows it may say it otherwise (words/problem). */
const SENTENCES: Readonly<Record<string, string>> = services.english;

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
    sentence: sentence ?? services.english.unknown,
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
