import type { Auth, MultiFactorError } from 'firebase/auth';
import { services } from '../words/services.en.ts';
import { ProblemError, toProblem } from './errors.ts';

/** The question for the code of an authenticator app, in the middle of signing in. */
export interface Challenge {
  /** What the person called the factor. */
  readonly name: string | null;
  /** Goes on with the sign-in; fails when the code is wrong or too old, and may be tried again. */
  answer(code: string): Promise<void>;
}

type Asker = (challenge: Challenge) => Promise<boolean>;
let asker: Asker | null = null;

/** Who asks the person: set once by the app. True = answered, false = the person would not. */
export function askSecondFactorWith(ask: Asker): void {
  asker = ask;
}

/**
 * Runs a step that proves who somebody is; where their account wants a second factor, asks for it before the
 * step counts as done. Whoever calls need not know that there are second factors.
 */
export async function withSecondFactor(auth: Auth, step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (cause) {
    if (asker === null || !wantsSecondFactor(cause)) throw cause;
    if (!(await asker(await challengeOf(auth, cause)))) throw unanswered();
  }
}

function wantsSecondFactor(cause: unknown): cause is MultiFactorError {
  return toProblem(cause).code === 'auth/multi-factor-auth-required';
}

async function challengeOf(auth: Auth, cause: MultiFactorError): Promise<Challenge> {
  const { getMultiFactorResolver, TotpMultiFactorGenerator } = await import('firebase/auth');
  const resolver = getMultiFactorResolver(auth, cause);
  const hint = resolver.hints.find(({ factorId }) => factorId === TotpMultiFactorGenerator.FACTOR_ID);
  if (hint === undefined) throw cause;
  return {
    name: hint.displayName ?? null,
    async answer(code) {
      await resolver.resolveSignIn(TotpMultiFactorGenerator.assertionForSignIn(hint.uid, code));
    },
  };
}

function unanswered(): ProblemError {
  return new ProblemError({
    code: 'second-factor-missing',
    sentence: services.english['second-factor-missing'],
    retryable: true,
  });
}
