import { describe, expect, it } from 'vitest';
import type { BulkCommandName } from '@latchkey/domain/job/work';
import { LICENSE_STATUSES, type LicenseStatus } from '@latchkey/domain/license/license';
import { StartJobRequest } from '@latchkey/domain/wire/console/startJob';
import { figuresByState, figuresOf } from '../../web/src/licenses/console/bulk/bulkFigures.ts';
import { bulkWords } from '../../web/src/licenses/console/bulk/bulkWords.ts';
import { bulkRequest, type BulkChoice } from '../../web/src/licenses/console/bulk/startBulk.ts';
import { NO_FILTER } from '../../web/src/licenses/console/licenseFilter.ts';
import { aLicense, DAY, later, NOW } from '../support/builders.ts';

const COMMANDS = ['assign', 'inactivate', 'reactivate', 'suspend', 'unsuspend', 'revoke', 'delete'] as const;
const admin = { kind: 'person', uid: 'u', role: 'admin', name: 'Ada' } as const;

function one(status: LicenseStatus, devices = 0) {
  const customerId = status === 'available' ? null : 'c';
  return aLicense({ id: `l-${status}`, status, activationCount: devices, customerId });
}

describe('what a command would do to many licenses', () => {
  it.each(COMMANDS)('%s: the licenses themselves and counts by state say the same', (command) => {
    const exact = figuresOf(
      LICENSE_STATUSES.map((status) => one(status)),
      command,
      admin,
      NOW,
    );
    const counted = figuresByState(new Map(LICENSE_STATUSES.map((status) => [status, 1])), command);
    expect([counted.total, counted.allowed]).toEqual([exact.total, exact.allowed]);
    expect(new Set(counted.refused.map(([status]) => status))).toEqual(
      new Set(exact.refused.map(([status]) => status)),
    );
  });

  it('counts the devices of those it reaches alone, and goes by the clock', () => {
    const late = aLicense({ status: 'active', expiresAt: later(-DAY), activationCount: 5 });
    const figures = figuresOf([one('active', 2), one('assigned', 1), late], 'suspend', admin, NOW);
    expect(figures).toEqual({
      total: 3,
      allowed: 1,
      refused: [
        ['assigned', 1],
        ['expired', 1],
      ],
      devices: 2,
    });
  });

  it('is nothing for a viewer', () => {
    expect(figuresOf([one('active')], 'suspend', { ...admin, role: 'viewer' }, NOW).allowed).toBe(0);
  });

  it('is said before: how many, what becomes of devices, and what will be refused', () => {
    const words = bulkWords('revoke', {
      total: 1_204,
      allowed: 1_200,
      refused: [
        ['revoked', 3],
        ['available', 1],
      ],
      devices: null,
    });
    expect(words.title).toBe('Revoke 1,204 licenses?');
    expect(words.consequence).toContain(
      '1,200 licenses never work again. Every device on them is deactivated now.',
    );
    expect(words.refused).toBe(
      '4 licenses will be refused: 3 are revoked, 1 is available. They stay as they are and stand in the report.',
    );
    expect([words.verb, words.danger]).toEqual(['Revoke 1,200 licenses', true]);
  });
});

describe('what is sent to start it', () => {
  const list = { filter: NO_FILTER, now: () => NOW };
  const reasons = { publicReason: 'Late.', note: '' };
  const choice = (type: BulkCommandName): BulkChoice =>
    type === 'assign' ? { type, customer: { email: 'ada@example.com', name: null } } : { type, reasons };

  it.each(COMMANDS)('%s passes the door of the server', (type) => {
    const work = bulkRequest(choice(type), list, { everything: false, rows: [one('active')] }, '1');
    expect(StartJobRequest.safeParse({ environment: 'production', work }).error).toBeUndefined();
  });

  it('names the licenses that were picked, and the whole filter for all that match', () => {
    const picked = bulkRequest(choice('suspend'), list, { everything: false, rows: [one('active')] });
    expect(picked.kind === 'bulk-licenses' && picked.selection).toEqual({ by: 'ids', ids: ['l-active'] });
    const filter = { ...NO_FILTER, search: 'acme', status: 'active', created: '7d' } as const;
    const all = bulkRequest(choice('suspend'), { ...list, filter }, { everything: true, rows: [] });
    expect(all.kind === 'bulk-licenses' && all.selection).toEqual({
      by: 'filter',
      filter: { search: 'acme', status: 'active', createdSince: later(-7 * DAY).toISOString() },
    });
  });
});
