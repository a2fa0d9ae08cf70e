import type { Activation } from '../activation/activation.ts';
import type { Identifier } from '../activation/identifier.ts';
import type { ProblemCode } from '../wire/problemCodes.ts';
import type { VerdictCode } from './codes.ts';
import { isOk, VERDICT_CODES } from './codes.ts';
import type { Told } from './customerSteps.ts';
import type { Diagnosis, DiagnosisAsked } from './diagnosis.ts';
import { diagnose } from './diagnosis.ts';
import { english } from './diagnosisWords.ts';
import type { License } from './license.ts';
import { tellingFacts } from './tellingFacts.ts';
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
  /** Sentence and what the customer can do, by name. */
  readonly told: Told;
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
  if (!isVerdict(code)) return serviceAnswer(code, license, asked);
  const found = candidates(license, devices, asked, now).find((diagnosis) => diagnosis.code === code);
  if (found !== undefined) {
    const { console: advice, customer } = found.advice;
    return { now: true, sentence: found.sentence, advice, customer, told: found.told, diagnosis: found };
  }
  return elsewhere(code, license, asked);
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

function elsewhere(code: VerdictCode, license: License, asked: DiagnosisAsked): CodeExplanation {
  const { finding, step, advice } = otherwise(code, license);
  return notNow(license, asked, code, { finding, step }, advice);
}

function notNow(
  license: License,
  { environment = license.environment }: DiagnosisAsked,
  code: string,
  told: Omit<Told, 'facts'>,
  advice: string,
): CodeExplanation {
  const all: Told = { ...told, facts: tellingFacts(license, { code, environment }) };
  return { now: false, ...english(all), advice, told: all, diagnosis: null };
}

interface Otherwise extends Omit<Told, 'facts'> {
  readonly advice: string;
}

/** What must have been different when the license answered so. */
function otherwise(code: VerdictCode, { keyHint, environment, productId }: License): Otherwise {
  switch (code) {
    case 'NOT_FOUND':
      return {
        finding: 'OTHER_KEY',
        step: 'COPY_KEY',
        advice: `Compare what it sends with the key that begins with ${keyHint}.`,
      };
    case 'ENVIRONMENT_MISMATCH':
      return {
        finding: 'OTHER_ENVIRONMENT',
        step: 'RUN_THERE',
        advice: `Let it ask in ${environment}, or issue a license in the environment it asks in.`,
      };
    case 'PRODUCT_MISMATCH':
      return {
        finding: 'OTHER_PRODUCT',
        step: 'USE_WITH_PRODUCT',
        advice: `Let it send the product id ${productId}.`,
      };
    case 'FEATURE_MISSING':
      return {
        finding: 'OTHER_FEATURE',
        step: 'FEATURE',
        advice: 'Add the feature to the license, or compare its name with what the software sends.',
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
        finding: isOk(code) ? 'NEVER' : 'NO_LONGER',
        step: 'CHECK_AGAIN',
        advice:
          'What the program shows is older than the last change, or it asks with another key. Let it check again; the history below says what changed.',
      };
  }
}

function serviceAnswer(code: ProblemCode, license: License, asked: DiagnosisAsked): CodeExplanation {
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
  const passes = code === 'RATE_LIMITED' || code === 'UNAVAILABLE' || code === 'INTERNAL';
  const step = passes ? 'WAIT' : 'UPDATE_OR_TELL';
  return notNow(license, asked, code, { finding: 'SERVICE', step }, advice[code]);
}
