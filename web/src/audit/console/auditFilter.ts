import type { ActorKind } from '@latchkey/domain/access/actor';
import { AUDIT_ACTIONS, type AuditAction } from '@latchkey/domain/audit/event';
import { KEY_HINT_LENGTH } from '@latchkey/domain/key/fold';
import { ACTOR_KINDS } from '../auditWords.ts';

/** The one thing by which events are looked up; another one takes its place, so that few indexes do. */
export type AuditNarrowing =
  | { readonly by: 'action'; readonly value: AuditAction }
  | { readonly by: 'who'; readonly value: ActorKind }
  /** The first characters of a license key, as they were kept when the license existed. */
  | { readonly by: 'key'; readonly value: string }
  | { readonly by: 'license'; readonly value: string };

export interface AuditFilter {
  readonly narrowing: AuditNarrowing | null;
  /** First and last day, such as "2027-03-14", in the zone in which times are shown; null = open. */
  readonly from: string | null;
  readonly to: string | null;
}

export const ALL_EVENTS: AuditFilter = { narrowing: null, from: null, to: null };

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the filter out of an address that anybody may have written; what is not known is left out. */
export function auditFilterOf(query: Readonly<Record<string, unknown>>): AuditFilter {
  return { narrowing: narrowingOf(query), from: day(query.from), to: day(query.to) };
}

/** The same filter as an address: at most the hint of a key is ever in it. */
export function auditUrlOf({ narrowing, from, to }: AuditFilter): Record<string, string> {
  return {
    ...(narrowing !== null && {
      [narrowing.by]: narrowing.by === 'key' ? hintOf(narrowing.value) : narrowing.value,
    }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

/** What was typed or pasted, cut to what events know of a key. */
export function hintOf(text: string): string {
  return [...text.trim()].slice(0, KEY_HINT_LENGTH).join('');
}

function narrowingOf(query: Readonly<Record<string, unknown>>): AuditNarrowing | null {
  const action = AUDIT_ACTIONS.find((one) => one === query.action);
  if (action !== undefined) return { by: 'action', value: action };
  const who = ACTOR_KINDS.find((one) => one === query.who);
  if (who !== undefined) return { by: 'who', value: who };
  const { license, key } = query;
  if (typeof license === 'string' && ID.test(license)) return { by: 'license', value: license };
  const hint = typeof key === 'string' ? hintOf(key) : '';
  return hint === '' ? null : { by: 'key', value: hint };
}

function day(value: unknown): string | null {
  const real = typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
  return real ? value : null;
}
