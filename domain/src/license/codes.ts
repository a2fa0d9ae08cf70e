import type { IdentifierType } from '../activation/identifier.ts';

/** Every code of an answer to shipped software, in the order in which they win (contract.md). */
export const VERDICT_CODES = [
  'NOT_FOUND',
  'ENVIRONMENT_MISMATCH',
  'PRODUCT_MISMATCH',
  'REVOKED',
  'EXPIRED',
  'SUSPENDED',
  'INACTIVE',
  'NOT_ASSIGNED',
  'PRODUCT_INACTIVE',
  'FEATURE_MISSING',
  'ALREADY_ACTIVATED',
  'LIMIT_EXCEEDED',
  'DEVICE_DEACTIVATED',
  'HARDWARE_MISMATCH',
  'DOMAIN_MISMATCH',
  'NOT_ACTIVATED',
  'VALID',
  'ACTIVATED',
  'DEACTIVATED',
] as const;
export type VerdictCode = (typeof VERDICT_CODES)[number];
export type AcceptingCode = Extract<VerdictCode, 'VALID' | 'ACTIVATED' | 'ALREADY_ACTIVATED' | 'DEACTIVATED'>;
export type RefusingCode = Exclude<VerdictCode, AcceptingCode>;

/** Codes that say nothing about a license: the answer carries none. */
export const FACELESS_CODES: readonly VerdictCode[] = [
  'NOT_FOUND',
  'ENVIRONMENT_MISMATCH',
  'PRODUCT_MISMATCH',
];

export function isOk(code: VerdictCode): code is AcceptingCode {
  return code === 'VALID' || code === 'ACTIVATED' || code === 'ALREADY_ACTIVATED' || code === 'DEACTIVATED';
}

/** What the sentence may mention; never the key. */
export interface VerdictContext {
  readonly environment: string;
  readonly identifierType: IdentifierType;
  readonly identifierGiven: boolean;
  readonly activationLimit: number;
  /** Only names that the license itself knows: what software asks for may be anything, a key even. */
  readonly missingFeatures: readonly string[];
  readonly inGrace: boolean;
}

/** One plain sentence for the person in front of the software. */
export function verdictSentence(code: VerdictCode, context: VerdictContext): string {
  const device = context.identifierType === 'domain' ? 'domain' : 'device';
  switch (code) {
    case 'NOT_FOUND':
      return 'This license key is not known: check it for typing mistakes.';
    case 'ENVIRONMENT_MISMATCH':
      return `This license key does not belong to the ${context.environment} environment.`;
    case 'PRODUCT_MISMATCH':
      return 'This license key belongs to another product.';
    case 'REVOKED':
      return 'License Revoked: the seller has ended this license for good.';
    case 'EXPIRED':
      return 'License Expired: the time of this license is over; renew it to go on.';
    case 'SUSPENDED':
      return 'License Suspended: the seller has stopped this license; contact them to lift the suspension.';
    case 'INACTIVE':
      return 'License Inactive: the seller has paused this license.';
    case 'NOT_ASSIGNED':
      return 'This license has not been assigned to a customer yet.';
    case 'PRODUCT_INACTIVE':
      return 'The product of this license takes no new activations at the moment.';
    case 'FEATURE_MISSING':
      return context.missingFeatures.length === 0
        ? 'This license does not include everything that was asked for.'
        : `This license does not include what was asked for: ${context.missingFeatures.map(shorten).join(', ')}.`;
    case 'ALREADY_ACTIVATED':
      return `This ${device} is activated already.`;
    case 'LIMIT_EXCEEDED':
      return context.activationLimit === 1
        ? 'Limit Exceeded: the one activation of this license is in use; deactivate it first.'
        : `Limit Exceeded: all ${context.activationLimit} activations of this license are in use; deactivate one first.`;
    case 'DEVICE_DEACTIVATED':
      return `This ${device} was removed from the license; activate it again to use it.`;
    case 'HARDWARE_MISMATCH':
      return 'This license is in use on other devices and has no free activation for this one.';
    case 'DOMAIN_MISMATCH':
      return 'This license is in use on other domains and has no free activation for this one.';
    case 'NOT_ACTIVATED':
      return context.identifierGiven
        ? `This ${device} is not activated for this license.`
        : 'An identifier is needed: this product checks which device or domain asks.';
    case 'VALID':
      return context.inGrace
        ? 'This license is valid; its date has passed and it works on in its grace period.'
        : 'This license is valid.';
    case 'ACTIVATED':
      return `This ${device} is now activated.`;
    case 'DEACTIVATED':
      return `This ${device} is now deactivated and its activation is free again.`;
  }
}

/** Feature names come from the asking software: shown, but kept short. */
function shorten(name: string): string {
  const characters = [...name];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : name;
}
