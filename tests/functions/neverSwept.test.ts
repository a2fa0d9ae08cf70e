import { describe, expect, test } from 'vitest';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import type { License } from '@latchkey/domain/license/license';
import { activateDevice } from '@latchkey/functions/operations/activateDevice';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { deactivateDevice } from '@latchkey/functions/operations/deactivateDevice';
import { expireDueLicenses } from '@latchkey/functions/operations/expireDueLicenses';
import { validateLicense } from '@latchkey/functions/operations/validateLicense';
import { DAY, later } from '../support/builders.ts';
import { questionOf } from '../support/questions.ts';
import { seedWithDevices } from '../support/seedLicenses.ts';
import { CLOCK, newWorld, SOFTWARE } from '../support/world.ts';

const NOW = new Date();
const world = newWorld('unswept');
const asking = () => world.call({ actor: SOFTWARE, now: NOW });

/** What everybody who asks about the license hears, and at the end what a command is told. */
async function decisions(license: License): Promise<string[]> {
  const { key } = license;
  const known = questionOf(world, 'validate', key, 'HW-0');
  const stranger = questionOf(world, 'activate', key, 'HW-NEW');
  const again = questionOf(world, 'activate', key, 'HW-0');
  const leaving = questionOf(world, 'deactivate', key, 'HW-UNKNOWN');
  const details = { label: null, appVersion: null };
  const software = [
    (await validateLicense(asking(), known.wanted, known.question)).code,
    (await activateDevice(asking(), stranger.wanted, stranger.question, details)).code,
    (await activateDevice(asking(), again.wanted, again.question, details)).code,
    (await deactivateDevice(asking(), leaving.wanted, leaving.question)).code,
  ];
  const suspend = { type: 'suspend', publicReason: 'because', note: null } as const;
  const command = await commandLicense(world.call({ now: NOW }), 'production', license.id, suspend);
  return [...software, command.ok ? 'suspended' : command.code];
}

const DATES = [
  ['due since yesterday', { expiresAt: later(-DAY, NOW), graceDays: 0 }],
  ['due this very moment', { expiresAt: NOW, graceDays: 0 }],
  ['past its grace', { expiresAt: later(-8 * DAY, NOW), graceDays: 7 }],
  ['in grace', { expiresAt: later(-DAY, NOW), graceDays: 7 }],
  ['not due', { expiresAt: later(DAY, NOW), graceDays: 0 }],
  ['lifetime', { expiresAt: null, graceDays: 0 }],
] as const;

describe.each(LICENSE_STATUSES)('stored as %s', (status) => {
  test.each(DATES)('%s: a sweep that never ran changes no decision', async (_, dates) => {
    // Full, so that asking to activate changes nothing.
    const facts = { status, ...dates, activationLimit: 1 };
    const [unswept, swept] = [await seedWithDevices(world, 1, facts), await seedWithDevices(world, 1, facts)];
    const before = await decisions(unswept.license);
    await expireDueLicenses(world.call({ actor: CLOCK, now: NOW }), 'production', () => false);
    expect(await decisions(swept.license)).toEqual(before);
  });
});

test('a due license says "expired" before any sweep, one in grace works', async () => {
  const due = await seedWithDevices(world, 1, { expiresAt: later(-DAY, NOW) });
  const grace = await seedWithDevices(world, 1, { expiresAt: later(-DAY, NOW), graceDays: 7 });
  expect((await decisions(due.license)).slice(0, 2)).toEqual(['EXPIRED', 'EXPIRED']);
  const { wanted, question } = questionOf(world, 'validate', grace.license.key, 'HW-0');
  expect((await validateLicense(asking(), wanted, question)).code).toBe('VALID');
});
