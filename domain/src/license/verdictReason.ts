import type { Environment } from '../environment.ts';
import type { VerdictCode } from './codes.ts';
import { verdictSentence } from './codes.ts';
import { inGrace } from './expiry.ts';
import { namedMissingFeatures } from './features.ts';
import type { License } from './license.ts';
import type { Question } from './validation.ts';

/**
 * The sentence of a verdict for the one question it answers: software, console and portal all get it
 * from here.
 * @param environment the one that was asked
 * @param license null where the answer speaks of none
 */
export function verdictReason(
  code: VerdictCode,
  question: Question,
  environment: Environment,
  license: License | null,
  now: Date,
): string {
  return verdictSentence(code, {
    environment,
    identifierType: question.identifierType,
    identifierGiven: question.identifier !== null,
    activationLimit: license?.activationLimit ?? 0,
    missingFeatures: license ? namedMissingFeatures(license.features, question.features) : [],
    inGrace: license !== null && inGrace(license, now),
  });
}
