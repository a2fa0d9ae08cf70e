import type { Activation } from '@latchkey/domain/activation/activation';
import { takesSlot } from '@latchkey/domain/activation/activation';
import { reconcileDevice } from '@latchkey/domain/activation/fanOut';
import type { AuditDraft } from '@latchkey/domain/audit/event';
import type { LicenseCommand } from '@latchkey/domain/license/commands';
import { activateDevice, deactivateDevice } from '@latchkey/domain/license/devices';
import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { target } from '@latchkey/domain/license/machine';
import { withDerived } from '@latchkey/domain/license/record';
import { decideCommand } from '@latchkey/domain/license/transitions';
import type { CheckAction } from '@latchkey/domain/license/validation';
import { decideCheck } from '@latchkey/domain/license/validation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActorName } from '../../support/builders.ts';
import { ACTOR_NAMES, ACTORS, aLicense, CUSTOMER_A, CUSTOMER_B, DAY, later } from '../../support/builders.ts';

/** One license, its devices and the clock; a step changes all three as the writer would. */
interface World {
  license: License;
  devices: ReadonlyMap<string, Activation>;
  now: Date;
}

type Step =
  | {
      readonly do: 'command';
      readonly command: LicenseCommand;
      readonly actor: ActorName;
      readonly fanOut: boolean;
    }
  | { readonly do: 'check'; readonly action: CheckAction; readonly device: string }
  | { readonly do: 'wait'; readonly days: number };

const customer = fc.constantFrom(CUSTOMER_A, CUSTOMER_B);
const reasons = { publicReason: fc.constantFrom('reason', null), note: fc.constantFrom('note', null) };
const date = fc.constantFrom(null, later(DAY), later(5 * DAY), later(60 * DAY));
const command: fc.Arbitrary<LicenseCommand> = fc.oneof(
  fc.record({ type: fc.constant('assign' as const), customer }),
  fc.record({ type: fc.constantFrom('inactivate' as const, 'suspend' as const), ...reasons }),
  fc.record({ type: fc.constantFrom('reactivate' as const, 'unsuspend' as const, 'expire' as const) }),
  fc.record({ type: fc.constant('revoke' as const), ...reasons }),
  fc.record({ type: fc.constant('transfer' as const), customer }),
  fc.record({
    type: fc.constant('edit' as const),
    revision: fc.constantFrom(null, 1, 2, 3),
    changes: fc.record(
      {
        activationLimit: fc.constantFrom(-1, 0, 1, 2, 5),
        expiresAt: date,
        graceDays: fc.constantFrom(null, 0, 9),
      },
      { requiredKeys: [] },
    ),
  }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      command,
      actor: fc.oneof(fc.constantFrom('owner' as const, 'clock' as const), fc.constantFrom(...ACTOR_NAMES)),
      fanOut: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('check' as const),
      action: fc.constantFrom(
        'validate' as const,
        'activate' as const,
        'activate' as const,
        'deactivate' as const,
      ),
      device: fc.constantFrom('HW-1', 'HW-2', 'HW-3', 'HW-4'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 40) }) },
);

const start = fc
  .record({
    status: fc.constantFrom('available' as const, 'assigned' as const),
    activationLimit: fc.constantFrom(-1, 1, 2, 3),
    graceDays: fc.constantFrom(0, 2),
    expiresAt: date,
    validity: fc.constantFrom(
      null,
      { amount: 4, unit: 'days', from: 'assignment' } as const,
      { amount: 1, unit: 'months', from: 'activation' } as const,
    ),
  })
  .map(({ validity, expiresAt, ...rest }) =>
    aLicense({
      ...rest,
      expiresAt: validity ? null : expiresAt,
      validity: rest.status === 'available' ? validity : null,
    }),
  );

function slots({ license, devices }: World): number {
  return [...devices.values()].filter((device) => takesSlot(license, device)).length;
}

function fannedOut({ license, devices, now }: World): Map<string, Activation> {
  return new Map(
    [...devices].map(([name, device]) => [name, { ...device, ...reconcileDevice(license, device, now) }]),
  );
}

/** What must hold of every record, whatever led to it. */
function expectSound(world: World): void {
  const { license } = world;
  expect(withDerived(license)).toEqual(license);
  expect(license.activationCount).toBeGreaterThanOrEqual(0);
  expect(license.activationCount).toBe(slots(world));
  expect(license.customerId === null).toBe(license.status === 'available');
  if (license.status === 'revoked') expect(license.activationCount).toBe(0);
}

function giveCommand(world: World, given: Extract<Step, { do: 'command' }>): void {
  const { license: before, now } = world;
  const standing = { license: before, private: { metadata: {}, internalNote: null }, defaultGraceDays: 1 };
  const untouched = structuredClone(standing);
  const decision = decideCommand(standing, given.command, ACTORS[given.actor], now);
  expect(standing).toEqual(untouched);
  if (!decision.ok || !decision.license) return;
  const { license, audit } = decision;
  const from = given.command.type === 'expire' ? before.status : effectiveState(before, now);
  const leads = target(given.command.type, from);
  expect(license.status).toBe(leads === 'unchanged' ? before.status : leads);
  expect(before.status).not.toBe('revoked');
  expect(license.revision).toBe(before.revision + 1);
  expectOneEvent(audit, given.command.type === 'edit' ? [null, null] : [from, license.status]);
  if (given.command.type === 'revoke' || given.command.type === 'transfer')
    expect(license.activationCount).toBe(0);
  world.license = license;
  if (given.fanOut) world.devices = fannedOut(world);
}

function expectOneEvent(audit: readonly AuditDraft[], way: readonly [string | null, string | null]): void {
  expect(audit.map(({ from, to }) => [from, to])).toEqual([way]);
}

function check(world: World, { action, device: name }: Extract<Step, { do: 'check' }>): void {
  const { license, now } = world;
  const device = world.devices.get(name) ?? null;
  const identifier = { type: 'hardware', value: name } as const;
  const question = { action, product: null, identifierType: 'hardware', identifier, features: [] } as const;
  const code = decideCheck(question, { where: 'here', license, device }, now);
  const asked = { id: name, identifier, label: null, appVersion: null };
  if (code === 'VALID') expect(effectiveState(license, now)).toMatch(/^(assigned|active)$/);
  if (code !== 'ACTIVATED' && code !== 'DEACTIVATED') return;
  if (code === 'ACTIVATED') expect(effectiveState(license, now)).toMatch(/^(assigned|active)$/);
  if (code === 'DEACTIVATED' && !device) throw new Error('a device that is unknown was deactivated');
  const changed =
    code === 'ACTIVATED'
      ? activateDevice(license, device, asked, now)
      : deactivateDevice(license, device as Activation, now);
  if (code === 'ACTIVATED' && license.activationLimit !== -1) {
    expect(changed.license.activationCount).toBeLessThanOrEqual(license.activationLimit);
  }
  expect(changed.license.revision).toBe(license.revision);
  expect(changed.audit).toHaveLength(code === 'ACTIVATED' && license.status === 'assigned' ? 2 : 1);
  world.license = changed.license;
  world.devices = new Map(world.devices).set(name, changed.device);
}

test('2,000 random lives of a license keep every invariant', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(start, fc.array(step, { minLength: 10, maxLength: 30 }), (license, steps) => {
      const world: World = { license, devices: new Map(), now: later(0) };
      for (const next of steps) {
        if (next.do === 'wait') world.now = later(next.days * DAY, world.now);
        else if (next.do === 'command') giveCommand(world, next);
        else check(world, next);
        expectSound(world);
        seen.add(world.license.status);
      }
    }),
    { numRuns: 2_000 },
  );
  expect([...seen].sort()).toEqual(
    ['active', 'assigned', 'available', 'expired', 'inactive', 'revoked', 'suspended'].sort(),
  );
}, 60_000);
