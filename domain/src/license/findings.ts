import type { Environment } from '../environment.ts';

/** What the sentences below may name. Neither key nor internal note is among it. */
export interface TellingFacts {
  /** Where the license lives. */
  readonly home: Environment;
  /** Where the software asks. */
  readonly asked: Environment;
  readonly productName: string;
  readonly keyHint: string;
  readonly device: 'device' | 'domain';
  /** UNLIMITED, or 1..10000. */
  readonly slotLimit: number;
  /** What the license has, in the order of its record. */
  readonly features: readonly string[];
  /** Of the answer that the software shows. */
  readonly code: string;
}

export type Telling = (facts: TellingFacts) => string;

const SENTENCES = {
  NOT_FOUND: () => 'No license of any environment has this key.',
  ENVIRONMENT_MISMATCH: ({ home, asked }) =>
    `The license lives in ${home} and the software asks in ${asked}.`,
  PRODUCT_MISMATCH: ({ productName }) =>
    `The license is for ${productName} and the software asks for another product.`,
  REVOKED: () => 'The license is revoked, and that is final.',
  EXPIRED: () => 'The license has expired: its date is over.',
  EXPIRED_WITH_GRACE: () => 'The license has expired: its date and its grace are over.',
  SUSPENDED: () => 'The license is suspended and its devices are blocked with it.',
  INACTIVE: () => 'The license is inactive: somebody has paused it by hand.',
  NOT_ASSIGNED: () => 'The license has no customer yet.',
  PRODUCT_INACTIVE: () => 'The product is inactive: it takes no new devices, and those in use go on.',
  FEATURE_MISSING: () => 'The license does not have every feature that the software asks for.',
  LIMIT_EXCEEDED: (facts) => `The license is in use on ${used(facts)} and takes no further one.`,
  UNKNOWN_DEVICE: (facts) =>
    `The license does not know this ${facts.device} and is in use on ${used(facts)}.`,
  DEVICE_DEACTIVATED: ({ device }) => `This ${device} was removed from the license.`,
  NOT_ACTIVATED: ({ device }) => `This ${device} is not activated for the license.`,
  IDENTIFIER_NEEDED: () => 'The product requires an identifier and the software sends none.',
  VALID: () => 'The license is valid.',
  IN_GRACE: () => 'The license is past its date and works on in its grace period.',
  ALREADY_ACTIVATED: ({ device }) =>
    `This ${device} is activated already; asking again takes no second slot.`,
  ACTIVATED: ({ device }) => `This ${device} can be activated.`,
  DEACTIVATED: ({ device }) => `This ${device} can be deactivated, which frees its slot.`,
  // Of a code that the license does not answer now:
  OTHER_KEY: () => 'The software sends another key than the one of this license: this one is known.',
  OTHER_ENVIRONMENT: ({ home }) =>
    `The software asks in another environment than ${home}, where this license lives.`,
  OTHER_PRODUCT: ({ productName }) => `The software asks for another product than ${productName}.`,
  OTHER_FEATURE: ({ features }) =>
    `The software asks for a feature that this license does not have. It has ${features.length === 0 ? 'none' : features.join(', ')}.`,
  NEVER: ({ code }) => `As it stands now, this license never answers ${code}.`,
  NO_LONGER: ({ code }) => `As it stands now, this license never answers ${code} any more.`,
  SERVICE: ({ code }) => `${code} says nothing about this license: the request itself could not be answered.`,
} as const satisfies Readonly<Record<string, Telling>>;
export type FindingName = keyof typeof SENTENCES;

/**
 * What is the matter with a license, one sentence each, in English. The name is the source: the portal says it
 * in other languages by the same names (web/src/words), so that no language can tell another story.
 */
export const FINDINGS: Readonly<Record<FindingName, Telling>> = SENTENCES;

function used({ slotLimit }: TellingFacts): string {
  return slotLimit === 1 ? 'its one device or domain' : `all ${slotLimit} devices or domains it allows`;
}
