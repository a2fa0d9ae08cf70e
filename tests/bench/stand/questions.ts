import { activationIdOf, activationOf, deviceOf, keyOf, LICENSES, licenseIdOf } from './names.ts';

/** What a load generator asks, and the mark of the right answer. */
export interface Question {
  readonly path: string;
  readonly marker: string;
  /** The body of the n-th request; consecutive numbers ask about different licenses. */
  readonly body: (n: number) => string;
}

const spread = (n: number): number => (n * 7919) % LICENSES;
/** Sets this run's devices apart from those of an earlier one against the same emulator. */
const RUN = Date.now().toString(36);

export const QUESTIONS = {
  trivial: { path: '/', marker: '"ok":true', body: () => '{}' },
  validate: {
    path: '/v1/validate',
    marker: '"code":"VALID"',
    body: (n) => {
      const index = spread(n);
      return JSON.stringify({ key: keyOf(index), identifier: deviceOf(index), nonce: `n${n}` });
    },
  },
  readTwo: {
    path: '/',
    marker: '"ok":true',
    body: (n) => {
      const index = spread(n);
      return JSON.stringify({ license: licenseIdOf(index), activation: activationIdOf(index) });
    },
  },
  activate: {
    path: '/v1/activate',
    marker: '"code":"ACTIVATED"',
    body: (n) => JSON.stringify({ key: keyOf(spread(n)), identifier: `HW-${RUN}-${n}` }),
  },
  transaction: {
    path: '/',
    marker: '"ok":true',
    body: (n) => {
      const license = licenseIdOf(spread(n));
      return JSON.stringify({ license, activation: activationOf(license, `HW-${RUN}-${n}`) });
    },
  },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof QUESTIONS;
