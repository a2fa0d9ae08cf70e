import type { VerdictCode } from './codes.ts';
import type { CheckAction } from './validation.ts';
import { codesInOrder } from './validation.ts';

export interface RuleStep {
  readonly code: VerdictCode;
  /** What the rule asks; a "yes" is the answer. */
  readonly question: string;
  /** Asked and answered "no"; answered "yes" and so the verdict; not asked any more. */
  readonly outcome: 'passed' | 'decides' | 'not reached';
}

/** The rules in their order, and what each of them said on the way to this verdict (contract.md, codes). */
export function ruleTrace(action: CheckAction, verdict: VerdictCode): RuleStep[] {
  const codes = codesInOrder(action);
  const decides = codes.indexOf(verdict);
  return codes.map((code, index) => ({
    code,
    question: RULE_QUESTIONS[code],
    outcome: index < decides ? 'passed' : index === decides ? 'decides' : 'not reached',
  }));
}

const RULE_QUESTIONS: Readonly<Record<VerdictCode, string>> = {
  NOT_FOUND: 'Is the key unknown?',
  ENVIRONMENT_MISMATCH: 'Does the license live in another environment?',
  PRODUCT_MISMATCH: 'Is it a license of another product?',
  REVOKED: 'Is it revoked?',
  EXPIRED: 'Has it expired?',
  SUSPENDED: 'Is it suspended?',
  INACTIVE: 'Is it inactive?',
  NOT_ASSIGNED: 'Is it without a customer?',
  PRODUCT_INACTIVE: 'Is the product inactive?',
  FEATURE_MISSING: 'Is a feature missing?',
  ALREADY_ACTIVATED: 'Is the device activated already?',
  LIMIT_EXCEEDED: 'Is every activation in use?',
  DEVICE_DEACTIVATED: 'Was the device removed?',
  HARDWARE_MISMATCH: 'Is the device unknown, and every activation in use?',
  DOMAIN_MISMATCH: 'Is the domain unknown, and every activation in use?',
  NOT_ACTIVATED: 'Is the device not activated?',
  VALID: 'Nothing speaks against it',
  ACTIVATED: 'Nothing speaks against it',
  DEACTIVATED: 'Nothing speaks against it',
};
