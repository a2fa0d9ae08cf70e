import type { Environment } from '../environment.ts';
import { canonicalText } from './canonical.ts';

/** Where an event stands in its environment's chain. Written once by the sequencer, beside the event's own facts. */
export interface AuditLink {
  /** 1 for the first event that was linked; no number is left out. */
  readonly number: number;
  /** Hash of the event before; of the first, NOTHING_BEFORE. */
  readonly previous: string;
  /** Of environment, number, previous hash, id and everything the event says. */
  readonly hash: string;
}

/** The end of a chain: how many events are linked, and the hash of the last. */
export interface ChainEnd {
  readonly count: number;
  readonly hash: string;
}

/** SHA-256 of a text's UTF-8, as 64 hexadecimal digits. */
export type Hash = (text: string) => string;

export const NOTHING_BEFORE = '0'.repeat(64);
export const EMPTY_CHAIN: ChainEnd = { count: 0, hash: NOTHING_BEFORE };

/** Hexadecimal digits of a hash that people compare by. */
export const SHORT_HASH = 8;

/** An event's document with its id; what it holds besides its link and the mark of those that wait is its facts. */
export interface LinkableEvent {
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The next link of a chain. The same event at the same place has the same hash, whoever computes it. */
export function nextLink(
  environment: Environment,
  end: ChainEnd,
  event: LinkableEvent,
  hash: Hash,
): AuditLink {
  const number = end.count + 1;
  const previous = end.hash;
  return { number, previous, hash: hash(linkedText(environment, number, previous, event)) };
}

export function endAt({ number, hash }: AuditLink): ChainEnd {
  return { count: number, hash };
}

/** Line by line, so that no two places or events ever have the same text. */
function linkedText(
  environment: Environment,
  number: number,
  previous: string,
  { id, facts }: LinkableEvent,
): string {
  return ['latchkey-audit-1', environment, number, previous, canonicalText(id), canonicalText(facts)].join(
    '\n',
  );
}

/** What is stored of an event, taken apart: its facts, and what the chain keeps beside them. */
export function takeApart(stored: Readonly<Record<string, unknown>>): {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly link: AuditLink | null;
  readonly unlinked: boolean;
} {
  const { link, unlinked, ...facts } = stored;
  return { facts, link: isLink(link) ? link : null, unlinked: unlinked === true };
}

function isLink(value: unknown): value is AuditLink {
  if (typeof value !== 'object' || value === null) return false;
  const { number, previous, hash } = value as Partial<Record<keyof AuditLink, unknown>>;
  return Number.isInteger(number) && typeof previous === 'string' && typeof hash === 'string';
}
