import type { Environment } from '../environment.ts';
import { EMPTY_CHAIN, endAt, nextLink, SHORT_HASH, takeApart } from './chain.ts';
import type { ChainEnd, Hash } from './chain.ts';

/** An event's document as stored, for whoever checks it. */
export interface StoredEvent {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The first place at which a chain is not what was linked. */
export interface ChainBreak {
  readonly number: number;
  /** The document found there; null where there is none. */
  readonly id: string | null;
  readonly problem: 'changed' | 'missing' | 'out-of-place' | 'repeated' | 'cut-off' | 'beyond-head';
  readonly sentence: string;
}

/** `end` is how far the events follow from each other. */
export type Checked =
  | { readonly ok: true; readonly end: ChainEnd }
  | { readonly ok: false; readonly at: ChainBreak; readonly end: ChainEnd };

/**
 * Follows a chain from one end to the next over events in the order of their numbers. Names the first one that was
 * changed, dropped, swapped or put in.
 */
export function followChain(
  environment: Environment,
  from: ChainEnd,
  events: readonly StoredEvent[],
  hash: Hash,
): Checked {
  let end = from;
  for (const event of events) {
    const at = breakAt(environment, end, event, hash);
    if (at !== null) return { ok: false, at, end };
    const { facts } = takeApart(event.data);
    end = endAt(nextLink(environment, end, { id: event.id, facts }, hash));
  }
  return { ok: true, end };
}

function breakAt(
  environment: Environment,
  end: ChainEnd,
  { id, data }: StoredEvent,
  hash: Hash,
): ChainBreak | null {
  const { facts, link } = takeApart(data);
  const number = end.count + 1;
  if (link === null || link.number < number) {
    const sentence = `Event ${id} stands in the chain a second time, or at a place of its own making.`;
    return { number: link?.number ?? number, id, problem: 'repeated', sentence };
  }
  if (link.number > number) {
    const last = link.number - 1;
    const sentence =
      last === number
        ? `Number ${number} is missing: the next one found is ${link.number}, event ${id}.`
        : `Numbers ${number} to ${last} are missing: the next one found is ${link.number}, event ${id}.`;
    return { number, id: null, problem: 'missing', sentence };
  }
  const expected = nextLink(environment, end, { id, facts }, hash);
  if (link.previous !== expected.previous) {
    const sentence = `Number ${number}, event ${id}, does not follow from the one before: it names ${short(link.previous)}, which has ${short(end.hash)}.`;
    return { number, id, problem: 'out-of-place', sentence };
  }
  if (link.hash !== expected.hash) {
    const sentence = `Number ${number}, event ${id}, is not what was linked: its hash is ${short(link.hash)}, what it says now has ${short(expected.hash)}.`;
    return { number, id, problem: 'changed', sentence };
  }
  return null;
}

/** Whether the chain that was found ends where its head says, so that a tail that was cut off is noticed. */
export function checkEnd(found: ChainEnd, head: ChainEnd | null): ChainBreak | null {
  const { count, hash } = head ?? EMPTY_CHAIN;
  if (found.count < count) {
    const first = found.count + 1;
    const what = first === count ? `Number ${count} is` : `Numbers ${first} to ${count} are`;
    const sentence = `${what} missing at the end: the head says that ${count} were linked.`;
    return { number: first, id: null, problem: 'cut-off', sentence };
  }
  if (found.count > count) {
    const sentence = `The chain goes on to number ${found.count}, but its head ends at ${count}: the head is missing or was set back.`;
    return { number: count + 1, id: null, problem: 'beyond-head', sentence };
  }
  if (found.hash === hash) return null;
  const sentence = `Number ${count} ends in ${short(found.hash)}, but the head says ${short(hash)}: the chain was written anew, or its head was.`;
  return { number: count, id: null, problem: 'changed', sentence };
}

/**
 * Whether a chain passes through an end that somebody noted outside the database, asked at each end it comes to.
 * The noted hash may be its first digits only.
 */
export function checkSeen(found: ChainEnd, seen: ChainEnd | null): ChainBreak | null {
  if (seen === null || found.count !== seen.count || found.hash.startsWith(seen.hash)) return null;
  const sentence = `Number ${seen.count} ends in ${short(found.hash)}, but ${short(seen.hash)} was noted: the chain was written anew.`;
  return { number: seen.count, id: null, problem: 'changed', sentence };
}

/** The same of a chain that goes no further. */
export function checkReached(found: ChainEnd, seen: ChainEnd | null): ChainBreak | null {
  if (seen === null || found.count >= seen.count) return null;
  const sentence = `The chain and its head end at ${found.count}, but number ${seen.count} was noted: its tail was cut off.`;
  return { number: found.count + 1, id: null, problem: 'cut-off', sentence };
}

function short(hash: string): string {
  return `${hash.slice(0, SHORT_HASH)}…`;
}
