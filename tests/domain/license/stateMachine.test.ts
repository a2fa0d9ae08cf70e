import type { CommandName, LicenseCommand } from '@latchkey/domain/license/commands';
import { COMMAND_NAMES } from '@latchkey/domain/license/commands';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { allowedCommands, decideCommand, refusalOf } from '@latchkey/domain/license/transitions';
import { describe, expect, test } from 'vitest';
import type { ActorName } from '../../support/builders.ts';
import {
  ACTOR_NAMES,
  ACTORS,
  aLicense,
  aStanding,
  CUSTOMER_B,
  DAY,
  later,
  NOW,
} from '../../support/builders.ts';

/**
 * decisions.md, "The state machine", row by row. "admin" there means owner and admin. A job and an
 * API key act for somebody whose permission was checked when they were made. "activate" is listed
 * for active too: the table's row is the first device, and below the limit more may follow.
 */
const TABLE: Record<CommandName, { from: string; to: LicenseStatus | null; who: string }> = {
  assign: { from: 'available', to: 'assigned', who: 'owner admin operator contract job api-key' },
  activate: { from: 'assigned active', to: null, who: 'software' },
  inactivate: { from: 'active', to: 'inactive', who: 'owner admin operator job api-key' },
  reactivate: { from: 'inactive', to: 'active', who: 'owner admin operator job api-key' },
  suspend: { from: 'active', to: 'suspended', who: 'owner admin operator abuse-rule job api-key' },
  unsuspend: { from: 'suspended', to: 'active', who: 'owner admin operator job api-key' },
  expire: { from: 'assigned active inactive suspended', to: 'expired', who: 'clock' },
  revoke: {
    from: 'assigned active inactive suspended expired',
    to: 'revoked',
    who: 'owner admin operator job api-key',
  },
  transfer: { from: 'assigned active', to: null, who: 'owner admin operator job api-key' },
  edit: {
    from: 'available assigned active inactive suspended expired',
    to: null,
    who: 'owner admin operator job api-key',
  },
  renew: { from: 'expired', to: null, who: 'owner admin operator job api-key' },
  delete: {
    from: 'available assigned active inactive suspended expired revoked',
    to: null,
    who: 'owner admin job api-key',
  },
};

const why = { publicReason: 'a reason', note: null };
/** Every command that decideCommand takes, with details that nothing can be said against. */
const COMMANDS: readonly LicenseCommand[] = [
  { type: 'assign', customer: CUSTOMER_B },
  { type: 'inactivate', ...why },
  { type: 'reactivate' },
  { type: 'suspend', ...why },
  { type: 'unsuspend' },
  { type: 'expire' },
  { type: 'revoke', ...why },
  { type: 'transfer', customer: CUSTOMER_B },
  { type: 'edit', changes: { activationLimit: 7 }, revision: 1 },
  { type: 'delete', confirmation: '0001' },
];

/** A license in that state on which the command can only fail because of state or actor. */
function licenseFor(state: LicenseStatus, command: CommandName) {
  const due = command === 'expire' && state !== 'expired';
  return aLicense({ status: state, ...(due && { expiresAt: later(-DAY) }) });
}

function expected(state: LicenseStatus, command: CommandName, actor: ActorName): string | null {
  const row = TABLE[command];
  if (!row.who.split(' ').includes(actor)) return 'FORBIDDEN';
  return row.from.split(' ').includes(state) ? null : `CANNOT_${command.toUpperCase()}`;
}

const EVERY = LICENSE_STATUSES.flatMap((state) =>
  COMMAND_NAMES.flatMap((command) => ACTOR_NAMES.map((actor) => ({ state, command, actor }))),
);

describe('the state machine is the table of decisions.md', () => {
  test('a table of 7 states, 12 commands and 11 actors', () => {
    expect(EVERY).toHaveLength(7 * 12 * 11);
  });

  test.each(EVERY)('$actor may $command a license that is $state exactly where it says', (row) => {
    const { state, command, actor } = row;
    const refusal = refusalOf(licenseFor(state, command), command, ACTORS[actor], NOW);
    expect(refusal?.code ?? null).toBe(expected(state, command, actor));
  });

  test.each(ACTOR_NAMES)('what %s is shown as open is what is decided, in every state', (actor) => {
    for (const state of LICENSE_STATUSES) {
      for (const command of COMMANDS) {
        const standing = aStanding(licenseFor(state, command.type));
        const before = structuredClone(standing);
        const decision = decideCommand(standing, command, ACTORS[actor], NOW);
        const shown = allowedCommands(standing.license, ACTORS[actor], NOW);
        const option = shown.find((entry) => entry.command === command.type);
        expect(shown.map((entry) => entry.command)).toEqual(COMMAND_NAMES);
        expect(option?.refusal ?? null).toEqual(decision.ok ? null : decision);
        expect(decision.ok ? null : decision.code).toBe(expected(state, command.type, actor));
        expect(standing).toEqual(before);
      }
    }
  });

  test.each(COMMANDS)('$type leads where the table says, from each of its states', (command) => {
    const { from, to, who } = TABLE[command.type];
    for (const state of from.split(' ') as LicenseStatus[]) {
      const actor = ACTORS[who.split(' ')[0] as ActorName];
      const decision = decideCommand(aStanding(licenseFor(state, command.type)), command, actor, NOW);
      const after = decision.ok ? (decision.license?.status ?? 'gone') : decision.code;
      expect(after).toBe(command.type === 'delete' ? 'gone' : (to ?? state));
    }
  });

  test('a refusal is one sentence for a person', () => {
    for (const { state, command, actor } of EVERY) {
      const reason = refusalOf(licenseFor(state, command), command, ACTORS[actor], NOW)?.reason;
      if (reason !== undefined) expect(reason).toMatch(/^[A-Z][^\n]+\.$/);
    }
  });
});
