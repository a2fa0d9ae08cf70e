import { multiFactor, TotpMultiFactorGenerator, type User } from 'firebase/auth';
import { webConfig } from './app.ts';
import { currentUser } from './auth.ts';
import { ProblemError, toProblem } from './errors.ts';

/** A second factor of the signed-in person. */
export interface Factor {
  readonly id: string;
  readonly name: string;
  readonly since: Date;
}

/** What an authenticator app needs; nothing of it is kept anywhere. */
export interface Enrolment {
  /** For typing in by hand. */
  readonly secret: string;
  /** otpauth:// address, as a QR code shows it. */
  readonly address: string;
  /** Switches the factor on, when the app shows the right code. */
  confirm(code: string, name: string): Promise<void>;
}

export function ownFactors(): Factor[] {
  return multiFactor(user()).enrolledFactors.map(({ uid, displayName, enrollmentTime }) => ({
    id: uid,
    name: displayName ?? 'Authenticator app',
    since: new Date(enrollmentTime),
  }));
}

/** @throws ProblemError that says why this project or this account cannot have one */
export async function beginEnrolment(): Promise<Enrolment> {
  const factors = multiFactor(user());
  try {
    const secret = await TotpMultiFactorGenerator.generateSecret(await factors.getSession());
    return {
      secret: secret.secretKey,
      address: secret.generateQrCodeUrl(user().email ?? 'account', 'Latchkey'),
      async confirm(code, name) {
        await factors.enroll(TotpMultiFactorGenerator.assertionForEnrollment(secret, code), name);
      },
    };
  } catch (cause) {
    throw new ProblemError(whyNot(cause), { cause });
  }
}

export async function removeFactor(id: string): Promise<void> {
  await multiFactor(user()).unenroll(id);
}

function whyNot(cause: unknown) {
  const problem = toProblem(cause);
  if (webConfig().emulators !== undefined) {
    return { code: problem.code, sentence: LOCAL, retryable: false };
  }
  const sentence = REASONS[problem.code];
  return sentence === undefined ? problem : { code: problem.code, sentence, retryable: false };
}

const LOCAL =
  'The sign-in emulator of the local stack knows no authenticator apps, so this cannot be tried here. It works ' +
  'in a deployed project with Identity Platform.';
const SWITCHED_OFF =
  'This project has no second factors switched on. They need Firebase Authentication with Identity Platform and ' +
  'its setting for authenticator apps (TOTP).';
const REASONS: Readonly<Record<string, string>> = {
  'auth/operation-not-allowed': SWITCHED_OFF,
  'auth/admin-restricted-operation': SWITCHED_OFF,
  'auth/unsupported-tenant-operation': SWITCHED_OFF,
  'auth/unverified-email':
    'Your e-mail address is not confirmed yet. Choose a new password by "Forgot password" once: its link confirms the address.',
};

function user(): User {
  const user = currentUser();
  if (user === null) throw new Error('Nobody is signed in.');
  return user;
}
