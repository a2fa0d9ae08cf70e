import type { ProblemCode } from '../wire/problemCodes.ts';
import { PROBLEM_CODES } from '../wire/problemCodes.ts';
import type { VerdictCode } from './codes.ts';
import { VERDICT_CODES } from './codes.ts';

/** How sentences of ours begin, for whoever copies the words instead of the code. */
const OPENINGS: readonly (readonly [opening: RegExp, code: VerdictCode])[] = [
  [/license revoked/i, 'REVOKED'],
  [/license expired/i, 'EXPIRED'],
  [/license suspended/i, 'SUSPENDED'],
  [/license inactive/i, 'INACTIVE'],
  [/limit exceeded/i, 'LIMIT_EXCEEDED'],
  [/removed from the license/i, 'DEVICE_DEACTIVATED'],
  [/in use on other devices/i, 'HARDWARE_MISMATCH'],
  [/in use on other domains/i, 'DOMAIN_MISMATCH'],
  [/belongs to another product/i, 'PRODUCT_MISMATCH'],
  [/does not belong to the \w+ environment/i, 'ENVIRONMENT_MISMATCH'],
  [/not been assigned/i, 'NOT_ASSIGNED'],
  [/takes no new activations/i, 'PRODUCT_INACTIVE'],
  [/does not include/i, 'FEATURE_MISSING'],
  [/identifier is needed|is not activated for this license/i, 'NOT_ACTIVATED'],
  [/key is not known/i, 'NOT_FOUND'],
];

/** The code in what somebody copied from their program: alone, inside other text, or as our sentence. */
export function pastedCode(text: string): VerdictCode | ProblemCode | null {
  const words: readonly string[] = text.toUpperCase().match(/[A-Z]+(?:[_ -][A-Z]+)*/g) ?? [];
  const joined = words.map((word) => word.replaceAll(/[ -]/g, '_'));
  const codes = [...VERDICT_CODES, ...PROBLEM_CODES];
  const exact = codes.find((code) => joined.includes(code));
  if (exact !== undefined) return exact;
  const sentence = OPENINGS.find(([opening]) => opening.test(text))?.[1];
  if (sentence !== undefined) return sentence;
  // The longest first: ALREADY_ACTIVATED and NOT_ACTIVATED hold ACTIVATED.
  const byLength = codes.toSorted((a, b) => b.length - a.length);
  const upper = text.toUpperCase();
  return byLength.find((code) => new RegExp(`(?<![A-Z_])${code}(?![A-Z_])`).test(upper)) ?? null;
}
