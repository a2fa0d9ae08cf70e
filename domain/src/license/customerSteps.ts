import type { FindingName, Telling, TellingFacts } from './findings.ts';

const SENTENCES = {
  CHECK_KEY: () => 'Check the key for typing mistakes.',
  ASK_FOR_ANOTHER: ({ home }) =>
    `This key works in the ${home} environment only; ask the seller for another one.`,
  USE_WITH_PRODUCT: ({ productName }) => `Use this key with ${productName}.`,
  ENDED: () => 'Contact the seller: this license has been ended for good.',
  RENEW: () => 'Ask the seller to renew it.',
  RENEWED: () => 'It has been renewed: use the key of your new license.',
  LIFT: () => 'Contact the seller to have the suspension lifted.',
  PAUSED: () => 'Contact the seller: they have paused this license.',
  ASSIGN: () => 'Ask the seller to assign this license to you.',
  GO_ON: () => 'Go on with the devices in use, or contact the seller.',
  FEATURE: () => 'Ask the seller for a license that includes this feature.',
  FREE_A_SLOT: ({ device }) => `Deactivate a ${device} that you no longer use, then activate this one.`,
  ACTIVATE_AGAIN: () => 'Activate it again; an activation is free.',
  ACTIVATE_FIRST: ({ device }) => `Activate the software on this ${device} first.`,
  UPDATE: () => 'Update the software; contact the seller if that does not help.',
  RENEW_IN_GRACE: () => 'Ask the seller to renew it before the grace period ends.',
  NOTHING: () => 'Nothing stands in the way; try again, and contact the seller if it still fails.',
  // About a code that the license does not answer now:
  COPY_KEY: ({ keyHint }) => `Copy the key that begins with ${keyHint} from here and enter it again.`,
  RUN_THERE: ({ home }) =>
    `Use this key where the software runs in ${home}, or ask the seller for another one.`,
  CHECK_AGAIN: () =>
    'Let the software check again: what it shows is older than the last change, or it uses another key.',
  WAIT: () => 'Wait a few minutes and let the software check again.',
  UPDATE_OR_TELL: () => 'Update the software. If that does not help, give this message to the seller.',
} as const satisfies Readonly<Record<string, Telling>>;
export type CustomerStep = keyof typeof SENTENCES;

/** The one thing that a customer can do about a finding; named for the same reason as findings are. */
export const CUSTOMER_STEPS: Readonly<Record<CustomerStep, Telling>> = SENTENCES;

/** What is the matter and what to do, by name, with what the sentences name: to be said in any language. */
export interface Told {
  readonly finding: FindingName;
  readonly step: CustomerStep;
  readonly facts: TellingFacts;
}
