import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '@latchkey/domain/audit/canonical';
import { EMPTY_CHAIN, endAt, nextLink, NOTHING_BEFORE, takeApart } from '@latchkey/domain/audit/chain';
import type { ChainEnd } from '@latchkey/domain/audit/chain';
import type { ChainBreak, StoredEvent } from '@latchkey/domain/audit/verify';
import { checkEnd, checkReached, checkSeen, followChain } from '@latchkey/domain/audit/verify';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const ENV = 'production';

/** A chain as the sequencer leaves it: its stored events, and its end. */
function chainOf(length: number): { events: StoredEvent[]; end: ChainEnd } {
  let end: ChainEnd = EMPTY_CHAIN;
  const events = Array.from({ length }, (_, index): StoredEvent => {
    const facts = {
      action: index % 3 === 0 ? 'license.suspended' : 'license.edited',
      at: new Date(Date.UTC(2026, 0, 1) + index * 1000),
      actor: { kind: 'person', uid: `u${index % 7}`, role: 'owner', name: 'Olga' },
      changes: { activationLimit: { before: index, after: index + 1 } },
      note: null,
    };
    const id = `event${index}`;
    const link = nextLink(ENV, end, { id, facts }, hash);
    end = endAt(link);
    return { id, data: { ...facts, link } };
  });
  return { events, end };
}

const LENGTH = 1000;
const WHOLE = chainOf(LENGTH);
/** The hashes of a whole chain before each place, so that 1,000 checks need not start from the first event. */
const endBefore = (place: number): ChainEnd => {
  const before = WHOLE.events[place - 1]?.data['link'] as { number: number; hash: string } | undefined;
  return before ? { count: before.number, hash: before.hash } : EMPTY_CHAIN;
};

/** What a verifier says of these events and this head, from shortly before the place that was touched. */
function verdict(
  events: readonly StoredEvent[],
  from = 0,
  head: ChainEnd | null = WHOLE.end,
): ChainBreak | null {
  const followed = followChain(ENV, endBefore(from), events.slice(from), hash);
  return followed.ok ? checkEnd(followed.end, head) : followed.at;
}

const places = Array.from({ length: LENGTH }, (_, place) => place);
const swapped = (one: number, other: number): StoredEvent[] => {
  const events = [...WHOLE.events];
  const [a, b] = [events[one], events[other]];
  if (!a || !b) throw new Error('no such place');
  // The facts change places; numbers and hashes stay where they were.
  events[one] = { id: b.id, data: { ...b.data, link: a.data['link'] } };
  events[other] = { id: a.id, data: { ...a.data, link: b.data['link'] } };
  return events;
};

describe(`a chain of ${LENGTH} events`, () => {
  it('is whole as it was linked, from any page to the next', () => {
    expect(verdict(WHOLE.events)).toBeNull();
    const pages = followChain(ENV, EMPTY_CHAIN, WHOLE.events.slice(0, 377), hash);
    expect(pages.ok && followChain(ENV, pages.end, WHOLE.events.slice(377), hash)).toEqual({
      ok: true,
      end: WHOLE.end,
    });
  });

  it('names the event that was changed, at each of its places', () => {
    const named = places.map((place) => {
      const events = WHOLE.events.map((event, at) =>
        at === place ? { ...event, data: { ...event.data, note: 'x' } } : event,
      );
      return verdict(events, place);
    });
    expect(named.map((at) => [at?.problem, at?.number, at?.id])).toEqual(
      places.map((place) => ['changed', place + 1, `event${place}`]),
    );
  });

  it('names the event that was dropped, at each of its places, the last one included', () => {
    const named = places.map((place) => verdict(WHOLE.events.toSpliced(place, 1), place));
    expect(named.map((at) => at?.number)).toEqual(places.map((place) => place + 1));
    expect(named.at(-1)?.problem).toBe('cut-off');
  });

  it('names the first of two that were swapped, neighbours or not', () => {
    const named = places.map((place) => {
      const other = place === LENGTH - 1 ? 0 : place + 1;
      const first = Math.min(place, other);
      return [verdict(swapped(place, other), first)?.number, first + 1];
    });
    expect(named.filter(([said, wanted]) => said !== wanted)).toEqual([]);
    expect(verdict(swapped(100, 900), 100)?.number).toBe(101);
  });

  it('names the place after an event whose own hash was forged along', () => {
    for (const place of [0, 1, 499, 998]) {
      const { id, data }: StoredEvent = WHOLE.events[place] ?? { id: '', data: {} };
      const facts = { ...takeApart(data).facts, note: 'x' };
      const link = nextLink(ENV, endBefore(place), { id, facts }, hash);
      const events = WHOLE.events.with(place, { id, data: { ...facts, link } });
      expect(verdict(events, place)).toMatchObject({ number: place + 2, problem: 'out-of-place' });
    }
  });

  it('written anew from an event on, with every hash, no longer ends as its head says', () => {
    const forged = chainOf(LENGTH - 1);
    const facts = { action: 'license.edited' };
    const link = nextLink(ENV, forged.end, { id: 'event999', facts }, hash);
    const events = [...forged.events, { id: 'event999', data: { ...facts, link } }];
    expect(verdict(events)).toMatchObject({ number: LENGTH, problem: 'changed' });
  });

  it.each([
    ['an event that nobody linked', { note: 'x' }, 'repeated'],
    ['an event with a number that is taken', { link: WHOLE.events[499]?.data['link'] }, 'repeated'],
  ] as const)('names %s', (_, data, problem) => {
    const events = WHOLE.events.toSpliced(500, 0, { id: 'intruder', data });
    expect(verdict(events)).toMatchObject({ id: 'intruder', problem });
  });

  it('whose tail is cut off, or whose head was set back or taken away, is told by its head', () => {
    expect(verdict(WHOLE.events.slice(0, 990))).toMatchObject({ number: 991, problem: 'cut-off' });
    expect(verdict(WHOLE.events.slice(0, 990))?.sentence).toContain('Numbers 991 to 1000 are missing');
    expect(verdict(WHOLE.events, 0, endBefore(990))).toMatchObject({ number: 991, problem: 'beyond-head' });
    expect(verdict(WHOLE.events, 0, null)).toMatchObject({ number: 1, problem: 'beyond-head' });
    expect(verdict([], 0, null)).toBeNull();
  });

  it('is no chain of another environment', () => {
    expect(followChain('staging', EMPTY_CHAIN, WHOLE.events, hash)).toMatchObject({ at: { number: 1 } });
  });
});

describe('an end that somebody noted', () => {
  const { count, hash: last } = WHOLE.end;
  it('holds with the first digits of its hash; another one says that the chain was written anew', () => {
    expect(checkSeen(WHOLE.end, { count, hash: last.slice(0, 8) })).toBeNull();
    expect(checkSeen(WHOLE.end, { count, hash: '00000000' })).toMatchObject({ problem: 'changed' });
    expect(checkSeen(WHOLE.end, { count: 7, hash: '00000000' })).toBeNull();
  });
  it('is missed where chain and head were both cut', () => {
    expect(checkReached(endBefore(990), WHOLE.end)).toMatchObject({ number: 991, problem: 'cut-off' });
    expect(checkReached(WHOLE.end, WHOLE.end)).toBeNull();
  });
});

describe('the canonical text of a value', () => {
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
    ),
  })).value;

  it('does not depend on the order in which members were written, nor on members without a value', () => {
    expect(canonicalText({ b: 1, a: { d: null, c: [2] } })).toBe(
      canonicalText({ a: { c: [2], d: null }, b: 1 }),
    );
    expect(canonicalText({ a: 1, b: undefined })).toBe('{"a":1}');
  });

  it('is one text for one value only', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        if (canonicalText(one) === canonicalText(other)) expect(plain(one)).toEqual(plain(other));
      }),
    );
  });

  it.each([
    [new Date(0), new Date(0).toISOString()],
    [new Date(0), `@${new Date(0).toISOString()}`],
    ['1', 1],
    [null, 'null'],
    [Number.NaN, '#NaN'],
    [['a', 'b'], ['a,b']],
    [{ a: 'b' }, '{"a":"b"}'],
  ])('tells %j from %j', (one, other) => {
    expect(canonicalText(one)).not.toBe(canonicalText(other));
  });
});

/** Without the one thing that Firestore does not tell apart here: 0 and -0. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, member: unknown) => (member === 0 ? 0 : member))) as unknown;
}

it('the first event follows from nothing', () => {
  expect(WHOLE.events[0]?.data['link']).toMatchObject({ number: 1, previous: NOTHING_BEFORE });
});
