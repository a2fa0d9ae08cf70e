import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, type AuditEvent } from '@latchkey/domain/audit/event';
import { auditCounted, auditQuery } from '../../web/src/audit/auditQuery.ts';
import { endWords, numberWords, shortHash } from '../../web/src/audit/chainWords.ts';
import { changeSummary } from '../../web/src/audit/changeWords.ts';
import { ACTOR_KINDS, AUDIT_THINGS } from '../../web/src/audit/console/narrowingWords.ts';
import {
  actionsOf,
  ALL_EVENTS,
  auditFilterOf,
  auditUrlOf,
  type AuditFilter,
} from '../../web/src/audit/console/auditFilter.ts';
import { AUDIT_COLUMNS } from '../../web/src/audit/console/auditColumns.ts';
import { eventLinks } from '../../web/src/audit/eventPaths.ts';
import { auditFilters } from './support/askedQueries.ts';

const day = fc.option(
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  { nil: null },
);
const filter: fc.Arbitrary<AuditFilter> = fc.record({
  narrowing: fc.oneof(
    fc.constant(null),
    fc.constantFrom(...AUDIT_ACTIONS).map((value) => ({ by: 'action' as const, value })),
    fc.constantFrom(...ACTOR_KINDS).map((value) => ({ by: 'who' as const, value })),
    fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/).map((value) => ({ by: 'key' as const, value })),
    fc.stringMatching(/^[A-Za-z0-9]{20}$/).map((value) => ({ by: 'license' as const, value })),
    fc.constantFrom(...AUDIT_THINGS).map((value) => ({ by: 'thing' as const, value })),
    fc.stringMatching(/^[A-Za-z0-9]{20}$/).map((value) => ({ by: 'person' as const, value })),
    fc.stringMatching(/^[A-Za-z0-9]{20}$/).map((value) => ({ by: 'customer' as const, value })),
    fc.stringMatching(/^(product|job)\/[A-Za-z0-9]{20}$/).map((value) => ({ by: 'about' as const, value })),
  ),
  from: day,
  to: day,
});

describe('the address of the audit page', () => {
  it('brings the filter back', () => {
    fc.assert(
      fc.property(filter, (wanted) => {
        expect(auditFilterOf(auditUrlOf(wanted))).toEqual(wanted);
      }),
    );
  });

  it('is empty for all events', () => {
    expect(auditUrlOf(ALL_EVENTS)).toEqual({});
  });

  it.each([
    [{ action: 'license.eaten', who: ['person'], license: '../x', from: 'yesterday', to: '2026-13-01' }],
    [{ key: '   ', who: 'nobody', from: ['2026-01-01'] }],
  ])('leaves out what it does not know: %j', (query) => {
    expect(auditFilterOf(query)).toEqual(ALL_EVENTS);
  });

  it('never holds more of a key than its hint, whoever wrote it', () => {
    const key = 'DEMO-ACTI-VE00-0001';
    const url = auditUrlOf({ ...ALL_EVENTS, narrowing: { by: 'key', value: key } });
    expect(url).toEqual({ key: 'DEMO-ACT' });
    expect(auditFilterOf({ key }).narrowing).toEqual({ by: 'key', value: 'DEMO-ACT' });
  });
});

describe('kinds of things', () => {
  it('hold every action once, and no more than one query can name', () => {
    expect(AUDIT_THINGS.flatMap(actionsOf).toSorted()).toEqual(AUDIT_ACTIONS.toSorted());
    for (const thing of AUDIT_THINGS) expect(actionsOf(thing).length).toBeLessThanOrEqual(30);
  });
});

describe('what an event leads to', () => {
  const event = { action: 'product.edited', about: null, customerId: null } as unknown as AuditEvent;
  it.each([
    [{ about: 'product/acme-editor' }, ['/admin/products/acme-editor']],
    [{ about: 'job/j1', customerId: 'c1' }, ['/admin/jobs/j1', '/admin/customers/c1']],
    [{ about: 'generator/g1', action: 'generator.deleted' }, []],
    [{ about: 'mystery/x' }, []],
    [{ about: null, customerId: 'deleted' }, []],
    [{ customerId: 'c1', action: 'customer.deleted' }, []],
  ] as const)('%j: %j', (change, paths) => {
    expect(eventLinks({ ...event, ...change }).map(({ path }) => path)).toEqual(paths);
  });
});

describe('an exported event', () => {
  it('says all of it but no more of a key than its hint', () => {
    const titles = AUDIT_COLUMNS.map(({ title }) => title);
    expect(titles).toContain('keyHint');
    expect(titles).not.toContain('key');
    const at = new Date('2026-03-04T05:06:07Z');
    const changes = { expiresAt: { before: null, after: at } };
    const event = { at, changes } as unknown as AuditEvent;
    const cell = (name: string) => AUDIT_COLUMNS.find(({ title }) => title === name)?.value(event, at);
    expect(cell('at')).toBe('2026-03-04T05:06:07.000Z');
    expect(cell('changes')).toEqual({ expiresAt: { before: null, after: '2026-03-04T05:06:07.000Z' } });
  });
});

describe('the place of an event in the chain', () => {
  const linked = { number: 1509, previous: 'a'.repeat(64), hash: '0123456789abcdef'.repeat(4) };
  const cell = (name: string, event: object) =>
    AUDIT_COLUMNS.find(({ title }) => title === name)?.value(event as AuditEvent, new Date(0));

  it('is a number and the first digits of its hash', () => {
    expect(numberWords(linked)).toBe('No. 1,509');
    expect(shortHash(linked)).toBe('01234567');
    expect(endWords({ count: 7, hash: linked.hash })).toBe(`7:${linked.hash}`);
  });

  it('is exported whole, and empty while the event waits for it', () => {
    expect(['number', 'previousHash', 'hash'].map((name) => cell(name, { link: linked }))).toEqual([
      1509,
      linked.previous,
      linked.hash,
    ]);
    expect(['number', 'previousHash', 'hash'].map((name) => cell(name, {}))).toEqual([null, null, null]);
  });
});

describe('the queries of the audit page', () => {
  it('ask for one thing at most, within days, newest first', () => {
    for (const wanted of auditFilters()) {
      const query = auditQuery('staging', wanted, 'UTC');
      expect(query.collection).toBe('environments/staging/audit');
      expect(query.where?.filter(([field]) => field !== 'at').length).toBeLessThanOrEqual(1);
      expect(query.orderBy).toEqual([
        ['at', 'desc'],
        ['__name__', 'desc'],
      ]);
    }
  });

  it('take whole days of the zone in which times are shown', () => {
    const wanted = { ...ALL_EVENTS, from: '2026-03-29', to: '2026-03-29' };
    // The clocks in Berlin go forward on that day: it has 23 hours.
    expect(auditQuery('production', wanted, 'Europe/Berlin').where).toEqual([
      ['at', '>=', new Date('2026-03-28T23:00:00Z')],
      ['at', '<', new Date('2026-03-29T22:00:00Z')],
    ]);
  });

  it('count what an index can count: everything, one thing, or days, but not one thing within days', () => {
    for (const wanted of auditFilters()) {
      const both = wanted.narrowing !== null && wanted.from !== null;
      expect(auditCounted('staging', wanted, 'UTC') === null).toBe(both);
    }
  });

  it('find the hint of a key however it was typed', () => {
    const wanted = { ...ALL_EVENTS, narrowing: { by: 'key' as const, value: 'demo-Act' } };
    expect(auditQuery('production', wanted, 'UTC').where).toEqual([
      ['keyHint', 'in', ['demo-Act', 'DEMO-ACT', 'demo-act']],
    ]);
  });
});

describe('a change in one line', () => {
  const event: Pick<AuditEvent, 'from' | 'to' | 'changes' | 'reason'> = {
    from: 'active',
    to: 'suspended',
    reason: 'A payment failed.',
    changes: { activationLimit: { before: 3, after: -1 }, deviceEpoch: { before: 1, after: 2 } },
  };
  it('says from what to what and why, and leaves out what says nothing', () => {
    expect(changeSummary(event, 'UTC')).toBe(
      'active → suspended · Activation limit 3 → unlimited · “A payment failed.”',
    );
  });
  it('tells several values as words', () => {
    const environments = { before: null, after: ['staging', 'development'] };
    const event = { from: null, to: null, reason: null, changes: { environments } };
    expect(changeSummary(event, 'UTC')).toBe('Environments all → staging, development');
  });
  it('is empty where nothing changed', () => {
    expect(changeSummary({ from: null, to: null, reason: null, changes: {} }, 'UTC')).toBe('');
  });
});
