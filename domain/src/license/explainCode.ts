import type { Activation } from '../activation/activation.ts';
import type { Identifier } from '../activation/identifier.ts';
import type { ProblemCode } from '../wire/problemCodes.ts';
import type { VerdictCode } from './codes.ts';
import { isOk, VERDICT_CODES } from './codes.ts';
import type { Diagnosis, DiagnosisAsked } from './diagnosis.ts';
import { diagnose } from './diagnosis.ts';
import { isFeatureEnabled } from './features.ts';
import type { License } from './license.ts';
import type { CheckAction } from './validation.ts';

/** Why software says what somebody saw it say. */
export interface CodeExplanation {
  /** The license as it is gives this answer now, to the question in `diagnosis`. */
  readonly now: boolean;
  readonly sentence: string;
  /** For a person of the console. */
  readonly advice: string;
  /** For the customer: the one thing that they can do. */
  readonly customer: string;
  /** null where the answer comes from what the software sent, not from this license. */
  readonly diagnosis: Diagnosis | null;
}

const ACTIONS: readonly CheckAction[] = ['validate', 'activate', 'deactivate'];
/** A device that no license can know. */
const STRANGERS: readonly Identifier[] = [
  { type: 'hardware', value: 'a device that is not registered' },
  { type: 'domain', value: 'not-registered.invalid' },
];

/**
 * "The program says LIMIT_EXCEEDED: why?" Looks for a question to which this license gives that answer now;
 * where there is none it says what must have been different.
 * @param devices the license's devices, as far as they are at hand
 */
export function explainCode(
  code: VerdictCode | ProblemCode,
  license: License,
  devices: readonly Activation[],
  asked: DiagnosisAsked,
  now: Date,
): CodeExplanation {
  if (!isVerdict(code)) return serviceAnswer(code);
  const found = candidates(license, devices, asked, now).find((diagnosis) => diagnosis.code === code);
  if (found !== undefined) {
    const { console: advice, customer } = found.advice;
    return { now: true, sentence: found.sentence, advice, customer, diagnosis: found };
  }
  return { now: false, diagnosis: null, ...elsewhere(code, license) };
}

function isVerdict(code: string): code is VerdictCode {
  return VERDICT_CODES.some((verdict) => verdict === code);
}

/** What was asked first, then the other actions, then each known device, then one that nobody knows. */
function candidates(
  license: License,
  devices: readonly Activation[],
  asked: DiagnosisAsked,
  now: Date,
): Diagnosis[] {
  const actions = [...new Set([asked.action ?? 'validate', ...ACTIONS])];
  const named = asked.identifier;
  const own = devices.find(
    ({ identifierType, identifier }) => identifierType === named?.type && identifier === named.value,
  );
  const who: readonly (readonly [Activation | null, DiagnosisAsked])[] = named
    ? [[own ?? null, asked]]
    : [
        [null, asked],
        ...devices.map((device) => [device, asked] as const),
        ...STRANGERS.map((identifier) => [null, { ...asked, identifier }] as const),
      ];
  return who.flatMap(([device, question]) =>
    actions.map((action) => diagnose(license, device, { ...question, action }, now)),
  );
}

type Words = Pick<CodeExplanation, 'sentence' | 'advice' | 'customer'>;

function elsewhere(code: VerdictCode, license: License): Words {
  switch (code) {
    case 'NOT_FOUND':
      return {
        sentence: 'The software sends another key than the one of this license: this one is known.',
        advice: `Compare what it sends with the key that begins with ${license.keyHint}.`,
        customer: `Copy the key that begins with ${license.keyHint} from here and enter it again.`,
      };
    case 'ENVIRONMENT_MISMATCH':
      return {
        sentence: `The software asks in another environment than ${license.environment}, where this license lives.`,
        advice: `Let it ask in ${license.environment}, or issue a license in the environment it asks in.`,
        customer: `Use this key where the software runs in ${license.environment}, or ask the seller for another one.`,
      };
    case 'PRODUCT_MISMATCH':
      return {
        sentence: `The software asks for another product than ${license.productName}.`,
        advice: `Let it send the product id ${license.productId}.`,
        customer: `Use this key with ${license.productName}.`,
      };
    case 'FEATURE_MISSING':
      return {
        sentence: `The software asks for a feature that this license does not have. It has ${featureNames(license)}.`,
        advice: 'Add the feature to the license, or compare its name with what the software sends.',
        customer: 'Ask the seller for a license that includes this feature.',
      };
    case 'REVOKED':
    case 'EXPIRED':
    case 'SUSPENDED':
    case 'INACTIVE':
    case 'NOT_ASSIGNED':
    case 'PRODUCT_INACTIVE':
    case 'ALREADY_ACTIVATED':
    case 'LIMIT_EXCEEDED':
    case 'DEVICE_DEACTIVATED':
    case 'HARDWARE_MISMATCH':
    case 'DOMAIN_MISMATCH':
    case 'NOT_ACTIVATED':
    case 'VALID':
    case 'ACTIVATED':
    case 'DEACTIVATED':
      return {
        sentence: `As it stands now, this license never answers ${code}${isOk(code) ? '' : ' any more'}.`,
        advice:
          'What the program shows is older than the last change, or it asks with another key. Let it check again; the history below says what changed.',
        customer:
          'Let the software check again: what it shows is older than the last change, or it uses another key.',
      };
  }
}

function featureNames({ features }: License): string {
  const names = Object.keys(features).filter((name) => isFeatureEnabled(features, name));
  return names.length === 0 ? 'none' : names.join(', ');
}

function serviceAnswer(code: ProblemCode): CodeExplanation {
  const advice: Readonly<Record<ProblemCode, string>> = {
    BAD_REQUEST: 'The software sent something malformed: the answer names the fields.',
    UNAUTHORIZED: 'This is an answer about contracts: its key is missing or not known.',
    NO_SUCH_ROUTE: 'The software asks at an address that does not exist.',
    METHOD_NOT_ALLOWED: 'The software has to ask with POST.',
    IDEMPOTENCY_CONFLICT: 'This is an answer about contracts: another request had the same Idempotency-Key.',
    PAYLOAD_TOO_LARGE: 'The software sends more than a check may hold.',
    UNSUPPORTED_MEDIA_TYPE: 'The software has to send application/json.',
    RATE_LIMITED:
      'Too many checks in a minute: let the software wait as the answer says, and keep a verdict.',
    INTERNAL: 'Try again; if it lasts, give the request id of the answer to whoever runs Latchkey.',
    UNAVAILABLE: 'Try again in a moment; software should go on with its last verdict meanwhile.',
  };
  return {
    now: false,
    sentence: `${code} says nothing about this license: the request itself could not be answered.`,
    advice: advice[code],
    customer:
      code === 'RATE_LIMITED' || code === 'UNAVAILABLE' || code === 'INTERNAL'
        ? 'Wait a few minutes and let the software check again.'
        : 'Update the software. If that does not help, give this message to the seller.',
    diagnosis: null,
  };
}
