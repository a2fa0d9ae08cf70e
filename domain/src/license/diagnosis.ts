import type { Activation } from '../activation/activation.ts';
import type { Identifier } from '../activation/identifier.ts';
import type { Environment } from '../environment.ts';
import type { VerdictCode } from './codes.ts';
import { isOk } from './codes.ts';
import type { Told } from './customerSteps.ts';
import { diagnosisCase } from './diagnosisCase.ts';
import type { DiagnosisFacts } from './diagnosisFacts.ts';
import { diagnosisFacts } from './diagnosisFacts.ts';
import { english } from './diagnosisWords.ts';
import type { License } from './license.ts';
import type { CheckAction, Finding, Question } from './validation.ts';
import { decideCheck } from './validation.ts';
import { verdictReason } from './verdictReason.ts';

/** What the software is said to ask; whatever is absent is asked as the license would have it. */
export interface DiagnosisAsked {
  readonly action?: CheckAction;
  readonly environment?: Environment;
  readonly product?: string;
  /** In normal form. */
  readonly identifier?: Identifier;
  readonly features?: readonly string[];
}

export interface Diagnosis {
  /** What the software would be answered at this moment. */
  readonly code: VerdictCode;
  readonly valid: boolean;
  /** What the software would say. */
  readonly reason: string;
  /** What is the matter, for a person of the console. */
  readonly sentence: string;
  /** What to do about it. */
  readonly advice: { readonly console: string; readonly customer: string };
  /** Sentence and advice to the customer by name, for those who say them in another language. */
  readonly told: Told;
  readonly facts: DiagnosisFacts;
}

/**
 * Why does this license say no, or does it? The verdict is the one that software gets (decideCheck), so
 * software, console and portal never disagree.
 * @param device the record of the device in question, if there is one; without `asked.identifier` the
 * question is about this device
 */
export function diagnose(
  license: License,
  device: Activation | null,
  asked: DiagnosisAsked,
  now: Date,
): Diagnosis {
  const environment = asked.environment ?? license.environment;
  const question = questionOf(asked, device);
  const known = device !== null && isSame(question.identifier, device) ? device : null;
  const finding: Finding =
    environment === license.environment ? { where: 'here', license, device: known } : { where: 'elsewhere' };
  const code = decideCheck(question, finding, now);
  const facts = diagnosisFacts(code, license, known, now);
  const { told, console } = diagnosisCase(code, { license, environment, question, facts });
  const { sentence, customer } = english(told);
  const reason = verdictReason(code, question, environment, license, now);
  return { code, valid: isOk(code), reason, sentence, advice: { console, customer }, told, facts };
}

function questionOf(asked: DiagnosisAsked, device: Activation | null): Question {
  const ofDevice = device && { type: device.identifierType, value: device.identifier };
  const identifier = asked.identifier ?? ofDevice;
  return {
    action: asked.action ?? 'validate',
    product: asked.product ?? null,
    identifierType: identifier?.type ?? 'hardware',
    identifier,
    features: asked.features ?? [],
  };
}

function isSame(identifier: Identifier | null, device: Activation): boolean {
  return identifier?.type === device.identifierType && identifier.value === device.identifier;
}
