import type { Activation } from '../activation/activation.ts';
import { effectiveDeviceStatus } from '../activation/activation.ts';
import type { Identifier, IdentifierType } from '../activation/identifier.ts';
import type { VerdictCode } from './codes.ts';
import { effectiveState } from './expiry.ts';
import { missingFeatures } from './features.ts';
import type { License } from './license.ts';
import { UNLIMITED } from './license.ts';

export type CheckAction = 'validate' | 'activate' | 'deactivate';

/** What shipped software asks, already in normal form. */
export interface Question {
  readonly action: CheckAction;
  readonly product: string | null;
  readonly identifierType: IdentifierType;
  readonly identifier: Identifier | null;
  readonly features: readonly string[];
}

/** Where the key was found: in the asked environment, in another one, or nowhere. */
export type Finding =
  | { readonly where: 'nowhere' }
  | { readonly where: 'elsewhere' }
  | { readonly where: 'here'; readonly license: License; readonly device: Activation | null };

interface Facts {
  readonly question: Question;
  readonly license: License;
  readonly device: Activation | null;
  readonly now: Date;
}

interface Rule {
  readonly code: VerdictCode;
  readonly asks: readonly CheckAction[];
  readonly applies: (facts: Facts) => boolean;
}

const ALL: readonly CheckAction[] = ['validate', 'activate', 'deactivate'];
const USE: readonly CheckAction[] = ['validate', 'activate'];

/**
 * The order in which codes win, as contract.md numbers them: the first rule that applies is the
 * answer. Rules 1 and 2 are decided by the finding; from here on there is a license.
 */
const RULES: readonly Rule[] = [
  {
    code: 'PRODUCT_MISMATCH',
    asks: ALL,
    applies: ({ question, license }) => isOtherProduct(question, license),
  },
  { code: 'REVOKED', asks: USE, applies: (facts) => stateOf(facts) === 'revoked' },
  { code: 'EXPIRED', asks: USE, applies: (facts) => stateOf(facts) === 'expired' },
  { code: 'SUSPENDED', asks: USE, applies: (facts) => stateOf(facts) === 'suspended' },
  { code: 'INACTIVE', asks: USE, applies: (facts) => stateOf(facts) === 'inactive' },
  { code: 'NOT_ASSIGNED', asks: USE, applies: (facts) => stateOf(facts) === 'available' },
  {
    code: 'PRODUCT_INACTIVE',
    asks: ['activate'],
    applies: ({ license }) => license.productStatus === 'inactive',
  },
  { code: 'FEATURE_MISSING', asks: ['validate'], applies: (facts) => lacking(facts).length > 0 },
  { code: 'ALREADY_ACTIVATED', asks: ['activate'], applies: (facts) => deviceOf(facts) === 'holds a slot' },
  { code: 'LIMIT_EXCEEDED', asks: ['activate'], applies: ({ license }) => !hasFreeSlot(license) },
  { code: 'DEVICE_DEACTIVATED', asks: ['validate'], applies: (facts) => deviceOf(facts) === 'removed' },
  { code: 'HARDWARE_MISMATCH', asks: ['validate'], applies: (facts) => isStranger(facts, 'hardware') },
  { code: 'DOMAIN_MISMATCH', asks: ['validate'], applies: (facts) => isStranger(facts, 'domain') },
  { code: 'NOT_ACTIVATED', asks: ['validate'], applies: needsActivation },
  { code: 'NOT_ACTIVATED', asks: ['deactivate'], applies: (facts) => deviceOf(facts) !== 'holds a slot' },
  { code: 'VALID', asks: ['validate'], applies: () => true },
  { code: 'ACTIVATED', asks: ['activate'], applies: () => true },
  { code: 'DEACTIVATED', asks: ['deactivate'], applies: () => true },
];

/** The code that answers the question: pure, total, the same for software, console and portal. */
export function decideCheck(question: Question, finding: Finding, now: Date): VerdictCode {
  if (finding.where === 'nowhere') return 'NOT_FOUND';
  if (finding.where === 'elsewhere') return 'ENVIRONMENT_MISMATCH';
  const facts: Facts = { question, license: finding.license, device: finding.device, now };
  const rule = rulesFor(question.action).find(({ applies }) => applies(facts));
  if (!rule) throw new Error(`No rule answers ${question.action}`);
  return rule.code;
}

function rulesFor(action: CheckAction): readonly Rule[] {
  return RULES.filter(({ asks }) => asks.includes(action));
}

/** Every code that can answer such a question, in the order in which its rules are asked. */
export function codesInOrder(action: CheckAction): readonly VerdictCode[] {
  return ['NOT_FOUND', 'ENVIRONMENT_MISMATCH', ...rulesFor(action).map(({ code }) => code)];
}

export function hasFreeSlot(license: Pick<License, 'activationLimit' | 'activationCount'>): boolean {
  return license.activationLimit === UNLIMITED || license.activationCount < license.activationLimit;
}

function isOtherProduct(question: Question, license: License): boolean {
  return question.product !== null && question.product !== license.productId;
}

function stateOf(facts: Facts) {
  return effectiveState(facts.license, facts.now);
}

function lacking(facts: Facts): string[] {
  return missingFeatures(facts.license.features, facts.question.features);
}

function deviceOf({
  license,
  device,
  question,
}: Facts): 'not asked' | 'unknown' | 'removed' | 'holds a slot' {
  if (question.identifier === null) return 'not asked';
  if (device === null) return 'unknown';
  return effectiveDeviceStatus(license, device) === 'deactivated' ? 'removed' : 'holds a slot';
}

function isStranger(facts: Facts, type: IdentifierType): boolean {
  return (
    facts.question.identifier?.type === type && deviceOf(facts) === 'unknown' && !hasFreeSlot(facts.license)
  );
}

function needsActivation(facts: Facts): boolean {
  const device = deviceOf(facts);
  return device === 'unknown' || (device === 'not asked' && facts.license.requireIdentifier);
}
