import { describe, expect, it } from 'vitest';
import { DELETED_CUSTOMER_ID } from '@latchkey/domain/customer/customer';
import { ROLES } from '@latchkey/domain/access/roles';
import { LICENSE_STATUSES, type LicenseStatus } from '@latchkey/domain/license/license';
import { allowedCommands } from '@latchkey/domain/license/transitions';
import {
  commandWords,
  PERSON_COMMANDS,
  type PersonCommand,
} from '../../web/src/licenses/console/commandWords.ts';
import { licenseMenu } from '../../web/src/licenses/console/menu.ts';
import { waysFrom } from '../../web/src/licenses/console/stateMap.ts';
import { undoOf } from '../../web/src/licenses/console/undo.ts';
import { aLicense, DAY, later, NOW, person } from '../support/builders.ts';

/** What people may do in each state, by hand from the table of commands. */
const OPEN: Record<LicenseStatus, readonly PersonCommand[]> = {
  available: ['edit', 'assign', 'delete'],
  assigned: ['edit', 'transfer', 'revoke', 'delete'],
  active: ['edit', 'transfer', 'inactivate', 'suspend', 'revoke', 'delete'],
  inactive: ['edit', 'reactivate', 'revoke', 'delete'],
  suspended: ['edit', 'unsuspend', 'revoke', 'delete'],
  expired: ['edit', 'renew', 'revoke', 'delete'],
  revoked: ['delete'],
};

function openItems(status: LicenseStatus, role: (typeof ROLES)[number]) {
  return licenseMenu(aLicense({ status }), person(role), NOW)
    .filter((item) => item.closed === null)
    .map((item) => item.command);
}

describe('the menu of a license', () => {
  const table = LICENSE_STATUSES.flatMap((status) => ROLES.map((role) => [status, role] as const));

  it.each(table)(
    'of a license that is %s opens to %s what the law allows, and nothing else',
    (status, role) => {
      const byHand = OPEN[status].filter(
        (command) => role !== 'viewer' && (command !== 'delete' || role !== 'operator'),
      );
      expect(openItems(status, role)).toEqual(byHand);
      const law = allowedCommands(aLicense({ status }), person(role), NOW)
        .filter(({ refusal }) => refusal === null)
        .map(({ command }) => command);
      expect([...openItems(status, role)].sort()).toEqual([...law].sort());
    },
  );

  it.each(table)('of a license that is %s shows %s the rest with a reason', (status, role) => {
    const menu = licenseMenu(aLicense({ status }), person(role), NOW);
    expect(menu.map((item) => item.command)).toEqual(PERSON_COMMANDS);
    expect(menu.every((item) => item.closed === null || item.closed.length > 10)).toBe(true);
  });

  it('goes by the clock: a due license is an expired one before any sweep', () => {
    const due = aLicense({ status: 'active', expiresAt: later(-DAY), graceDays: 0 });
    const open = licenseMenu(due, person('owner'), NOW).filter((item) => item.closed === null);
    expect(open.map((item) => item.command)).toEqual(OPEN.expired);
  });
});

describe('confirmations', () => {
  const commands = PERSON_COMMANDS.filter((command) => command !== 'edit');

  it.each([
    ['revoke', 0, 'No device'],
    ['revoke', 1, '1 device is deactivated now.'],
    ['revoke', 3, '3 devices are deactivated now.'],
    ['inactivate', 1, '1 device stops working now.'],
    ['suspend', 2, '2 devices stop working now.'],
    ['transfer', 2, '2 devices are deactivated.'],
    ['reactivate', 2, '2 devices work again'],
    ['delete', 2, '2 devices stop working at the next check.'],
    ['renew', 2, '2 devices have to be activated with the new key.'],
  ] as const)('%s with %i devices says so', (command, activationCount, said) => {
    expect(commandWords(command, aLicense({ activationCount })).consequence).toContain(said);
  });

  it.each(commands)('%s names the verb on its button and never the whole key', (command) => {
    const license = aLicense();
    const words = commandWords(command, license);
    expect(words.verb.length).toBeGreaterThan(5);
    expect(JSON.stringify(words)).not.toContain(license.key);
  });

  it('a license that outlived its customer says whose it was', () => {
    const orphan = aLicense({ customerId: DELETED_CUSTOMER_ID, customerName: null, customerEmail: null });
    expect(commandWords('transfer', orphan).consequence).toContain('Deleted customer no longer sees');
  });

  it('revoking and suspending ask for the reason that the customer reads; pausing only offers it', () => {
    const required = commands.filter((command) =>
      commandWords(command, aLicense()).reasons.some((field) => field.required),
    );
    expect(required).toEqual(['suspend', 'revoke']);
  });
});

describe('the way back', () => {
  it('is offered where the state machine has one', () => {
    const known = PERSON_COMMANDS.filter(
      (command) => undoOf(command, aLicense({ publicReason: 'Late' })) !== null,
    );
    expect(known).toEqual(['transfer', 'inactivate', 'reactivate', 'suspend', 'unsuspend']);
  });

  it('gives a license back to whom it was taken from only where no device was cut off', () => {
    const { customerEmail: email, customerName: name } = aLicense();
    expect(undoOf('transfer', aLicense())).toEqual({ type: 'transfer', customer: { email, name } });
    expect(undoOf('transfer', aLicense({ activationCount: 1 }))).toBeNull();
  });

  it('suspends again only while the reason is known', () => {
    expect(undoOf('unsuspend', aLicense({ publicReason: null }))).toBeNull();
    expect(undoOf('unsuspend', aLicense({ publicReason: 'Late' }))).toMatchObject({
      type: 'suspend',
      publicReason: 'Late',
    });
  });
});

describe('the state diagram', () => {
  it.each([
    ['available', ['assigned']],
    ['assigned', ['active', 'expired', 'revoked']],
    ['active', ['inactive', 'suspended', 'expired', 'revoked']],
    ['inactive', ['active', 'expired', 'revoked']],
    ['suspended', ['active', 'expired', 'revoked']],
    ['expired', ['revoked']],
    ['revoked', []],
  ] as const)('from %s shows the ways of the state machine', (state, ways) => {
    expect(waysFrom(state).map(({ to }) => to)).toEqual(ways);
  });
});
