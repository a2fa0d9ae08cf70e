import type { ActorKind } from '@latchkey/domain/access/actor';

/** Kinds of things, as the names of actions begin with them, and what they are called in the plural. */
export const THING_WORDS = {
  license: 'licenses',
  activation: 'devices',
  customer: 'customers',
  product: 'products',
  generator: 'generators',
  contract: 'contracts',
  download: 'downloads',
  user: 'people',
  settings: 'settings',
  abuse: 'abuse cases',
  webhook: 'webhooks',
  'api-key': 'API keys',
  job: 'jobs',
} as const;
export type AuditThing = keyof typeof THING_WORDS;
export const AUDIT_THINGS = Object.keys(THING_WORDS) as AuditThing[];

/** The kinds of those who do something, as a filter offers them. */
export const ACTOR_KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  person: 'Console people',
  customer: 'Customers',
  software: 'Shipped software',
  clock: 'Time',
  'abuse-rule': 'Abuse rules',
  contract: 'Contracts',
  job: 'Background jobs',
  'api-key': 'API keys',
};
export const ACTOR_KINDS = Object.keys(ACTOR_KIND_WORDS) as ActorKind[];
