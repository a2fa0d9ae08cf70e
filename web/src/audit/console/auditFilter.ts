import type { ActorKind } from '@latchkey/domain/access/actor';
import { AUDIT_ACTIONS, type AuditAction } from '@latchkey/domain/audit/event';
import { KEY_HINT_LENGTH } from '@latchkey/domain/key/fold';
import { ACTOR_KINDS, AUDIT_THINGS, type AuditThing } from './narrowingWords.ts';

/** The one thing by which events are looked up; another one takes its place, so that few indexes do. */
export type AuditNarrowing =
  | { readonly by: 'action'; readonly value: AuditAction }
  | { readonly by: 'who'; readonly value: ActorKind }
  /** The first characters of a license key, as they were kept when the license existed. */
  | { readonly by: 'key'; readonly value: string }
  | { readonly by: 'license'; readonly value: string }
  /** Everything that happens to one kind of thing. */
  | { readonly by: 'thing'; readonly value: AuditThing }
  /** One person of the console, by their uid. */
  | { readonly by: 'person'; readonly value: string }
  | { readonly by: 'customer'; readonly value: string }
  /** One record that is no license: "product/acme-editor". */
  | { readonly by: 'about'; readonly value: string };

/** The actions of one kind of thing: fewer than one query can name at once. */
export function actionsOf(thing: AuditThing): AuditAction[] {
  return AUDIT_ACTIONS.filter((action) => action.startsWith(`${thing}.`));
}

export interface AuditFilter {
  readonly narrowing: AuditNarrowing | null;
  /** First and last day, such as "2027-03-14", in the zone in which times are shown; null = open. */
  readonly from: string | null;
  readonly to: string | null;
}

export const ALL_EVENTS: AuditFilter = { narrowing: null, from: null, to: null };

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;
const ABOUT = /^[a-z]+(?:-[a-z]+)*\/[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;
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
  const thing = AUDIT_THINGS.find((one) => one === query.thing);
  if (thing !== undefined) return { by: 'thing', value: thing };
  const { about, key } = query;
  for (const by of ['license', 'person', 'customer'] as const) {
    const id = query[by];
    if (typeof id === 'string' && ID.test(id)) return { by, value: id };
  }
  if (typeof about === 'string' && ABOUT.test(about)) return { by: 'about', value: about };
  const hint = typeof key === 'string' ? hintOf(key) : '';
  return hint === '' ? null : { by: 'key', value: hint };
}

function day(value: unknown): string | null {
  const real = typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
  return real ? value : null;
}
