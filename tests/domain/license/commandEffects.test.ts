import type { LicenseCommand } from '@latchkey/domain/license/commands';
import type { Accepted } from '@latchkey/domain/license/decision';
import type { License } from '@latchkey/domain/license/license';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { describe, expect, test } from 'vitest';
import type { ActorName } from '../../support/builders.ts';
import { ACTORS, aStanding, CUSTOMER_A, CUSTOMER_B, DAY, later, NOW } from '../../support/builders.ts';

const stopped = { publicReason: 'Payment failed', note: 'invoice 12' };
const owned = { customerId: CUSTOMER_B.id, customerName: CUSTOMER_B.name, customerEmail: CUSTOMER_B.email };

interface Row {
  readonly command: LicenseCommand;
  readonly on: Partial<License>;
  readonly actor?: ActorName;
  /** Every field of the license that changes, besides updatedAt, revision, search and statusChangedAt. */
  readonly changes: Partial<License>;
  readonly devices: Accepted['devices'];
  /** The one audit event: action, from, to, reason, note and what it lists as changed. */
  readonly event: Record<string, unknown>;
}

const ROWS: readonly Row[] = [
  {
    command: { type: 'assign', customer: CUSTOMER_B },
    on: { status: 'available' },
    changes: { status: 'assigned', statusRank: 1, ...owned, assignedAt: NOW },
    devices: 'keep',
    event: {
      action: 'license.assigned',
      from: 'available',
      to: 'assigned',
      changes: {
        customerId: { before: null, after: CUSTOMER_B.id },
        assignedAt: { before: null, after: NOW },
      },
    },
  },
  {
    command: { type: 'inactivate', ...stopped },
    on: { status: 'active', activationCount: 2 },
    changes: { status: 'inactive', statusRank: 3, publicReason: stopped.publicReason },
    devices: 'suspend',
    event: {
      action: 'license.inactivated',
      from: 'active',
      to: 'inactive',
      reason: 'Payment failed',
      note: 'invoice 12',
    },
  },
  {
    command: { type: 'reactivate' },
    on: { status: 'inactive', publicReason: 'Pause', activationCount: 2 },
    changes: { status: 'active', statusRank: 2, publicReason: null },
    devices: 'resume',
    event: { action: 'license.reactivated', from: 'inactive', to: 'active' },
  },
  {
    command: { type: 'suspend', ...stopped },
    on: { status: 'active', activationCount: 2 },
    actor: 'abuse-rule',
    changes: { status: 'suspended', statusRank: 4, publicReason: stopped.publicReason },
    devices: 'suspend',
    event: {
      action: 'license.suspended',
      from: 'active',
      to: 'suspended',
      reason: 'Payment failed',
      note: 'invoice 12',
    },
  },
  {
    command: { type: 'unsuspend' },
    on: { status: 'suspended', publicReason: 'Payment failed', activationCount: 1 },
    changes: { status: 'active', statusRank: 2, publicReason: null },
    devices: 'resume',
    event: { action: 'license.unsuspended', from: 'suspended', to: 'active' },
  },
  {
    command: { type: 'expire' },
    on: { status: 'active', expiresAt: later(-DAY), activationCount: 2 },
    actor: 'clock',
    changes: { status: 'expired', statusRank: 5, dueAt: null },
    devices: 'keep',
    event: { action: 'license.expired', from: 'active', to: 'expired' },
  },
  {
    command: { type: 'revoke', ...stopped },
    on: { status: 'active', activationCount: 2, expiresAt: later(DAY) },
    changes: {
      status: 'revoked',
      statusRank: 6,
      publicReason: stopped.publicReason,
      activationCount: 0,
      dueAt: null,
    },
    devices: 'deactivate',
    event: {
      action: 'license.revoked',
      from: 'active',
      to: 'revoked',
      reason: 'Payment failed',
      note: 'invoice 12',
      changes: { activationCount: { before: 2, after: 0 } },
    },
  },
  {
    command: { type: 'transfer', customer: CUSTOMER_B },
    on: { status: 'active', activationCount: 2, deviceEpoch: 4 },
    changes: { ...owned, assignedAt: NOW, activationCount: 0, deviceEpoch: 5 },
    devices: 'deactivate',
    event: {
      action: 'license.transferred',
      from: 'active',
      to: 'active',
      changes: {
        customerId: { before: CUSTOMER_A.id, after: CUSTOMER_B.id },
        assignedAt: { before: later(-20 * DAY), after: NOW },
        activationCount: { before: 2, after: 0 },
        deviceEpoch: { before: 4, after: 5 },
      },
    },
  },
  {
    command: { type: 'edit', revision: null, changes: { activationLimit: 9, expiresAt: later(DAY) } },
    on: { status: 'suspended', publicReason: 'Payment failed' },
    changes: {
      activationLimit: 9,
      limitSort: 9,
      expiresAt: later(DAY),
      expirySort: later(DAY),
      dueAt: later(DAY),
    },
    devices: 'keep',
    event: {
      action: 'license.edited',
      changes: {
        activationLimit: { before: 3, after: 9 },
        expiresAt: { before: null, after: later(DAY) },
      },
    },
  },
];

const BESIDES = ['updatedAt', 'revision', 'search', 'statusChangedAt'];
const NOTHING = {
  activationId: null,
  about: null,
  from: null,
  to: null,
  reason: null,
  note: null,
  changes: {},
};

function differing(before: License, after: License): Partial<License> {
  const names = (Object.keys(after) as (keyof License)[]).filter((name) => !BESIDES.includes(name));
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

describe.each(ROWS)('an accepted $command.type', ({ command, on, actor, changes, devices, event }) => {
  const standing = aStanding(on);
  const decision = decideCommand(standing, command, ACTORS[actor ?? 'operator'], NOW);
  if (!decision.ok || !decision.license) throw new Error('not accepted');
  const { license: after } = decision;

  test('changes these fields and no others', () => {
    expect(differing(standing.license, after)).toEqual(changes);
  });

  test('is dated, and counts as one revision', () => {
    const moved = standing.license.status !== after.status;
    expect(after.updatedAt).toEqual(NOW);
    expect(after.statusChangedAt).toEqual(moved ? NOW : standing.license.statusChangedAt);
    expect(after.revision).toBe(standing.license.revision + 1);
  });

  test('says what becomes of the devices', () => {
    expect(decision.devices).toBe(devices);
  });

  test('leaves exactly one audit event, of ids and hints alone', () => {
    const { id: licenseId, keyHint, productId, customerId } = after;
    const subject = { licenseId, keyHint, productId, customerId };
    expect(decision.audit).toEqual([{ ...NOTHING, ...subject, ...event }]);
    const text = JSON.stringify(decision.audit);
    for (const secret of [after.key, CUSTOMER_A.email, CUSTOMER_B.email]) expect(text).not.toContain(secret);
  });
});

test('delete removes the license and its devices; its audit entry stays and says what it was', () => {
  const standing = aStanding({ status: 'active', expiresAt: later(-1) });
  const decision = decideCommand(standing, { type: 'delete', confirmation: '0001' }, ACTORS.admin, NOW);
  expect(decision).toMatchObject({ ok: true, license: null, devices: 'remove' });
  expect(decision.ok && decision.audit).toEqual([
    {
      ...NOTHING,
      action: 'license.deleted',
      from: 'expired',
      licenseId: 'license-1',
      keyHint: 'TEST-KEY',
      productId: 'acme-editor',
      customerId: CUSTOMER_A.id,
    },
  ]);
});

test('the internal note goes to the private part alone, and no note keeps the one before', () => {
  const standing = aStanding({}, { private: { metadata: { a: 1 }, internalNote: 'before' } });
  const noted = decideCommand(standing, { type: 'suspend', ...stopped }, ACTORS.admin, NOW);
  const silent = decideCommand(
    standing,
    { type: 'suspend', publicReason: 'x', note: null },
    ACTORS.admin,
    NOW,
  );
  expect(noted.ok && noted.private).toEqual({ metadata: { a: 1 }, internalNote: 'invoice 12' });
  expect(noted.ok && JSON.stringify(noted.license)).not.toContain('invoice 12');
  expect(silent.ok && silent.private).toEqual(standing.private);
});
