import type { License } from '@latchkey/domain/license/license';
import { BEYOND_EVERY_LIMIT, MAX_ACTIVATION_LIMIT, UNLIMITED } from '@latchkey/domain/license/license';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { expect, test } from 'vitest';
import { aLicense, aStanding, NOW, person } from '../../support/builders.ts';

function edited(from: number, to: number): License {
  const command = { type: 'edit', revision: null, changes: { activationLimit: to } } as const;
  const decision = decideCommand(aStanding({ activationLimit: from }), command, person('admin'), NOW);
  if (!decision.ok || !decision.license) throw new Error('the edit was not accepted');
  return decision.license;
}

test('by limit, ascending: 1, 2, ... and unlimited last', () => {
  const limits = [UNLIMITED, 2, MAX_ACTIVATION_LIMIT, 1, 10];
  const sorted = limits
    .map((activationLimit) => aLicense({ activationLimit }))
    .toSorted((one, other) => one.limitSort - other.limitSort);
  expect(sorted.map((license) => license.activationLimit)).toEqual([
    1,
    2,
    10,
    MAX_ACTIVATION_LIMIT,
    UNLIMITED,
  ]);
});

test.each([
  [3, UNLIMITED, BEYOND_EVERY_LIMIT],
  [UNLIMITED, 3, 3],
  [3, MAX_ACTIVATION_LIMIT, MAX_ACTIVATION_LIMIT],
])('an edit from %d to %d moves the license to its new place', (from, to, place) => {
  expect(edited(from, to)).toMatchObject({ activationLimit: to, limitSort: place });
});
