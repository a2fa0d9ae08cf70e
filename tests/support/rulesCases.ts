import type { Attempt } from './rulesEmulator.ts';
import { PEOPLE, type Person } from './rulesPeople.ts';
import { collectionsFor, ENVIRONMENTS_TRIED, isTenanted, TENANTS, type Tenant } from './rulesRecords.ts';
import type { Fields } from './rulesValues.ts';

/** One thing one person tries, and whether it must be let through. `area` is the collection it is about. */
export interface Case {
  readonly person: Person;
  readonly area: string;
  readonly attempt: Attempt;
  readonly allowed: boolean;
}

/** Every collection the tests know, also some that nobody has named in the rules. */
export const AREAS: readonly string[] = [
  'users',
  ...collectionsFor('customers', 'console', 'nobody'),
  'environments',
  'elsewhere',
];
const READABLE = collectionsFor('customers', 'console');

/** Everything a person may try on a collection, with the answer that must come. */
export function casesOf(person: Person, area: string): Case[] {
  const { rights } = person;
  if (area === 'users') return usersCases(person);
  if (area === 'environments' || area === 'elsewhere') {
    return [...reads(person, area, area, 'production', false), ...writes(person, area, area, 'production')];
  }
  return ENVIRONMENTS_TRIED.flatMap((env) => {
    const console = READABLE.includes(area) && rights.console.some((name) => name === env);
    const tenants = isTenanted(area) ? TENANTS : [null];
    const portal = area === 'settings' ? portalCases(person, env, console) : [];
    const others = tenants.flatMap((tenant) => {
      const own = tenant !== null && tenant.of === rights.customer && env !== 'sandbox';
      return inEnvironment(person, area, env, tenant, console || own);
    });
    return [...portal, ...others];
  });
}

/** One document of the settings is read by every customer as well: what they may do for themselves. */
function portalCases(person: Person, env: string, console: boolean): Case[] {
  const path = `environments/${env}/settings/portal`;
  const customer = person.rights.customer !== null && env !== 'sandbox';
  return [
    { person, area: 'settings', attempt: { op: 'get', path }, allowed: console || customer },
    { person, area: 'settings', attempt: { op: 'update', path }, allowed: false },
  ];
}

/** The whole matrix: every person, every collection. */
export function allCases(): Case[] {
  return PEOPLE.flatMap((person) => AREAS.flatMap((area) => casesOf(person, area)));
}

function inEnvironment(
  person: Person,
  area: string,
  env: string,
  tenant: Tenant | null,
  allowed: boolean,
): Case[] {
  const id = tenant?.id ?? 'record';
  const collection = `environments/${env}/${area.replace('/', '/of-a/')}`;
  const below = `${collection}/${id}/surprises`;
  const where = tenant ? { customerId: tenant.customerId } : undefined;
  return [
    ...reads(person, area, collection, id, allowed, where),
    ...(env === 'production' || env === 'staging' ? writes(person, area, collection, id) : []),
    ...(env === 'production' ? reads(person, area, below, 'record', false) : []),
  ];
}

function usersCases(person: Person): Case[] {
  const { ownRecord, everybodysRecord } = person.rights;
  const another = 'a-viewer';
  const listAll: Attempt = { op: 'list', path: 'users', limit: 100 };
  const getAnother: Attempt = { op: 'get', path: `users/${another}` };
  const getOwn: Attempt = { op: 'get', path: `users/${person.uid}` };
  return [
    { person, area: 'users', attempt: listAll, allowed: everybodysRecord },
    { person, area: 'users', attempt: getOwn, allowed: ownRecord },
    { person, area: 'users', attempt: getAnother, allowed: everybodysRecord || person.uid === another },
    ...writes(person, 'users', 'users', person.uid),
    ...writes(person, 'users', 'users', another),
    ...reads(person, 'users', `users/${another}/surprises`, 'record', false),
  ];
}

function reads(
  person: Person,
  area: string,
  collection: string,
  id: string,
  allowed: boolean,
  where?: Fields,
): Case[] {
  const list: Attempt = { op: 'list', path: collection, limit: 100, ...(where ? { where } : {}) };
  return [
    { person, area, attempt: { op: 'get', path: `${collection}/${id}` }, allowed },
    { person, area, attempt: list, allowed },
  ];
}

/** No client writes anywhere: the one answer nobody needs a table for. */
function writes(person: Person, area: string, collection: string, id: string): Case[] {
  return [
    { person, area, attempt: { op: 'create', path: `${collection}/new-${person.uid}` }, allowed: false },
    { person, area, attempt: { op: 'update', path: `${collection}/${id}` }, allowed: false },
    { person, area, attempt: { op: 'delete', path: `${collection}/${id}` }, allowed: false },
  ];
}
