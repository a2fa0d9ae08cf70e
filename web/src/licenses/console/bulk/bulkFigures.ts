import type { Actor } from '@latchkey/domain/access/actor';
import type { BulkCommandName } from '@latchkey/domain/job/work';
import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';
import { target } from '@latchkey/domain/license/machine';
import { refusalOf } from '@latchkey/domain/license/transitions';

/** What a command would do to many licenses, as far as it can be told before. */
export interface BulkFigures {
  readonly total: number;
  /** How many of them the state machine lets it through for; the others are refused and reported. */
  readonly allowed: number;
  /** The states of those that will be refused, the most frequent first. */
  readonly refused: readonly (readonly [status: LicenseStatus, count: number])[];
  /** Devices on those that are allowed; null where they are too many to be looked at. */
  readonly devices: number | null;
}

/** From the licenses themselves: the same law that will decide. */
export function figuresOf(
  licenses: readonly License[],
  command: BulkCommandName,
  actor: Actor,
  now: Date,
): BulkFigures {
  const allowed = licenses.filter((license) => refusalOf(license, command, actor, now) === null);
  const kept = new Set(allowed);
  const refused = new Map<LicenseStatus, number>();
  for (const license of licenses) if (!kept.has(license)) add(refused, effectiveState(license, now), 1);
  return {
    total: licenses.length,
    allowed: allowed.length,
    refused: descending(refused),
    devices: allowed.reduce((sum, { activationCount }) => sum + activationCount, 0),
  };
}

/** From counts by stored state, where the licenses are too many to be read. */
export function figuresByState(
  counts: ReadonlyMap<LicenseStatus, number>,
  command: BulkCommandName,
): BulkFigures {
  const refused = new Map([...counts].filter(([status]) => target(command, status) === null));
  const total = sum(counts);
  return { total, allowed: total - sum(refused), refused: descending(refused), devices: null };
}

function sum(counts: ReadonlyMap<LicenseStatus, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

function descending(counts: ReadonlyMap<LicenseStatus, number>): BulkFigures['refused'] {
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
}

function add(counts: Map<LicenseStatus, number>, status: LicenseStatus, count: number): void {
  counts.set(status, (counts.get(status) ?? 0) + count);
}
