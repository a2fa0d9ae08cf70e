import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { StateSpan } from '@latchkey/domain/license/stateHistory';
import { stateHistory } from '@latchkey/domain/license/stateHistory';
import { describe, expect, test } from 'vitest';
import { ACTORS, aLicense, DAY, HOUR, later, NOW } from '../../support/builders.ts';

type Told = Parameters<typeof stateHistory>[1][number];
type Before = NonNullable<Parameters<typeof aLicense>[0]>;

function event(
  action: AuditEvent['action'],
  from: AuditEvent['from'],
  to: AuditEvent['to'],
  at: Date,
  rest: Partial<Told> = {},
): Told {
  return { action, from, to, at, actor: ACTORS.admin, reason: null, note: null, ...rest };
}

const CREATED = event('license.created', null, 'available', later(-30 * DAY));
const ASSIGNED = event('license.assigned', 'available', 'assigned', later(-20 * DAY));
const ACTIVATED = event('license.activated', 'assigned', 'active', later(-10 * DAY), {
  actor: ACTORS.software,
});
const SUSPENDED = event('license.suspended', 'active', 'suspended', later(-2 * DAY), {
  reason: 'Payment failed',
  note: 'Case 7',
});

function spans(license: Before, events: readonly Told[], now = NOW): StateSpan[] {
  return stateHistory(aLicense(license), events, now);
}
const words = (found: readonly StateSpan[]) => found.map(({ state, since, until }) => [state, since, until]);

describe('the states a license went through', () => {
  test('each from when to when, by whom and why, whatever the order in which the events come', () => {
    const found = spans({ status: 'suspended', statusChangedAt: SUSPENDED.at }, [
      SUSPENDED,
      CREATED,
      ACTIVATED,
      ASSIGNED,
    ]);
    expect(words(found)).toEqual([
      ['available', CREATED.at, ASSIGNED.at],
      ['assigned', ASSIGNED.at, ACTIVATED.at],
      ['active', ACTIVATED.at, SUSPENDED.at],
      ['suspended', SUSPENDED.at, null],
    ]);
    expect(found[2]?.actor).toEqual(ACTORS.software);
    expect(found[3]).toMatchObject({ reason: 'Payment failed', note: 'Case 7', actor: ACTORS.admin });
  });

  test('what happened in the same moment is told in the order of a life', () => {
    const at = later(-DAY);
    const both = [
      { ...ASSIGNED, at },
      { ...CREATED, at },
    ];
    expect(spans({ status: 'assigned' }, both).map(({ state }) => state)).toEqual(['available', 'assigned']);
  });

  test('events that change no state are left out', () => {
    const edited = event('license.edited', null, null, later(-DAY));
    const moved = event('license.transferred', 'active', 'active', later(-DAY));
    expect(spans({}, [CREATED, ASSIGNED, ACTIVATED, edited, moved])).toHaveLength(3);
  });

  test('where the oldest events are gone, the first one at hand tells what was before', () => {
    const found = spans({ status: 'suspended' }, [SUSPENDED]);
    expect(words(found)).toEqual([
      ['active', aLicense().createdAt, SUSPENDED.at],
      ['suspended', SUSPENDED.at, null],
    ]);
    expect(found[0]?.actor).toBeNull();
  });

  test('without any event it is the state of the record', () => {
    expect(words(spans({ status: 'inactive', statusChangedAt: later(-HOUR) }, []))).toEqual([
      ['inactive', later(-HOUR), null],
    ]);
  });

  test('a state whose event is still on its way is shown already', () => {
    const found = spans({ status: 'suspended', statusChangedAt: SUSPENDED.at }, [
      CREATED,
      ASSIGNED,
      ACTIVATED,
    ]);
    expect(found.at(-1)).toMatchObject({ state: 'suspended', since: SUSPENDED.at, actor: null });
  });

  test('time ends it by the clock, before the sweep has come', () => {
    const dated: Before = { expiresAt: later(-3 * DAY), graceDays: 1 };
    const found = spans(dated, [CREATED, ASSIGNED, ACTIVATED]);
    expect(found.at(-1)).toEqual({
      state: 'expired',
      since: later(-2 * DAY),
      until: null,
      actor: { kind: 'clock' },
      reason: null,
      note: null,
    });
    // A moment earlier it was still active.
    expect(spans(dated, [CREATED, ASSIGNED, ACTIVATED], later(-2 * DAY - 1)).at(-1)?.state).toBe('active');
  });
});
