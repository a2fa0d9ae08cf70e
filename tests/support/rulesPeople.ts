import type { Environment } from '@latchkey/domain/environment';
import { tokenFor } from './rulesEmulator.ts';
import type { Fields } from './rulesValues.ts';

/** What a kind of person may read, written down by hand and never computed from the rules. */
export interface Rights {
  readonly console: readonly Environment[];
  readonly customer: 'a' | 'b' | null;
  readonly ownRecord: boolean;
  readonly everybodysRecord: boolean;
}

/** A kind of person: what the token says, what users/{uid} says (null = there is none), what follows. */
export interface Person {
  readonly name: string;
  readonly uid: string;
  readonly token: string | null;
  readonly record: Fields | null;
  readonly rights: Rights;
}

/** users/{uid}.claimsValidAfter of everybody, in seconds. A sign-in at this very second still counts. */
export const VALID_AFTER = 1_800_000_000;

const ALL: readonly Environment[] = ['production', 'staging', 'development'];
const NOTHING: Rights = { console: [], customer: null, ownRecord: false, everybodysRecord: false };
const MERELY_SIGNED_IN: Rights = { ...NOTHING, ownRecord: true };
const CONSOLE: Rights = { ...MERELY_SIGNED_IN, console: ALL };
const OWNER: Rights = { ...CONSOLE, everybodysRecord: true };
const CUSTOMER_A: Rights = { ...MERELY_SIGNED_IN, customer: 'a' };

type Claims = Readonly<Record<string, string | undefined>>;
type Row = readonly [name: string, claims: Claims, record: Fields | null, rights: Rights, tooOld?: boolean];

const TOO_OLD = true;
const A = { customerId: 'customer-a' };
const STAGING = { environments: ['staging'] };

/** Each row differs from one above it in one fact. */
const TABLE: readonly Row[] = [
  ['somebody signed in who is nobody here', {}, null, NOTHING],
  ['a person with a record but no rights', {}, {}, MERELY_SIGNED_IN],
  ['customer A', A, A, CUSTOMER_A],
  [
    'customer B',
    { customerId: 'customer-b' },
    { customerId: 'customer-b' },
    { ...CUSTOMER_A, customer: 'b' },
  ],
  ['customer A, disabled', A, { ...A, disabled: true }, NOTHING],
  ['customer A, signed in too long ago', A, A, NOTHING, TOO_OLD],
  ['customer A by claim, B by record', A, { customerId: 'customer-b' }, MERELY_SIGNED_IN],
  ['customer A by claim, nobody by record', A, {}, MERELY_SIGNED_IN],
  ['customer A by record, without the claim', {}, A, MERELY_SIGNED_IN],
  ['customer A by claim, without a record', A, null, NOTHING],
  ['an owner', { role: 'owner' }, { role: 'owner' }, OWNER],
  [
    'an owner limited to staging',
    { role: 'owner' },
    { role: 'owner', ...STAGING },
    { ...OWNER, console: ['staging'] },
  ],
  ['an owner, disabled', { role: 'owner' }, { role: 'owner', disabled: true }, NOTHING],
  ['an owner by claim, an admin by record', { role: 'owner' }, { role: 'admin' }, MERELY_SIGNED_IN],
  ['an admin', { role: 'admin' }, { role: 'admin' }, CONSOLE],
  [
    'an admin limited to staging',
    { role: 'admin' },
    { role: 'admin', ...STAGING },
    { ...CONSOLE, console: ['staging'] },
  ],
  [
    'an admin limited to no environment',
    { role: 'admin' },
    { role: 'admin', environments: [] },
    MERELY_SIGNED_IN,
  ],
  ['an admin, disabled', { role: 'admin' }, { role: 'admin', disabled: true }, NOTHING],
  ['an admin, signed in too long ago', { role: 'admin' }, { role: 'admin' }, NOTHING, TOO_OLD],
  ['a demoted admin with the old token', { role: 'admin' }, { role: null }, NOTHING, TOO_OLD],
  ['an admin by claim, a viewer by record', { role: 'admin' }, { role: 'viewer' }, MERELY_SIGNED_IN],
  ['an admin by record, a viewer by claim', { role: 'viewer' }, { role: 'admin' }, MERELY_SIGNED_IN],
  ['an admin by record, without the claim', {}, { role: 'admin' }, MERELY_SIGNED_IN],
  ['an admin by claim, without a record', { role: 'admin' }, null, NOTHING],
  ['an operator', { role: 'operator' }, { role: 'operator' }, CONSOLE],
  ['a viewer', { role: 'viewer' }, { role: 'viewer' }, CONSOLE],
  ['somebody with a role that does not exist', { role: 'auditor' }, { role: 'auditor' }, MERELY_SIGNED_IN],
  [
    'an admin who is customer A too',
    { role: 'admin', ...A },
    { role: 'admin', ...A },
    { ...CONSOLE, customer: 'a' },
  ],
  [
    'customer A who is an admin in staging too',
    { role: 'admin', ...A },
    { role: 'admin', ...A, ...STAGING },
    { ...CUSTOMER_A, console: ['staging'] },
  ],
];

const BLANK: Fields = {
  email: 'person@latchkey.test',
  role: null,
  environments: null,
  customerId: null,
  disabled: false,
  claimsValidAfter: new Date(VALID_AFTER * 1000),
};

const ANONYMOUS: Person = {
  name: 'an anonymous visitor',
  uid: 'anonymous',
  token: null,
  record: null,
  rights: NOTHING,
};

/** Everybody the rules have to tell apart. */
export const PEOPLE: readonly Person[] = [
  ANONYMOUS,
  ...TABLE.map(([name, claims, record, rights, tooOld]): Person => {
    const uid = name.replaceAll(/[^a-zA-Z]+/g, '-');
    const token = tokenFor(uid, tooOld ? VALID_AFTER - 1 : VALID_AFTER, claims);
    return { name, uid, token, record: record && { ...BLANK, ...record }, rights };
  }),
];

/** One of PEOPLE by name. */
export function person(name: string): Person {
  const found = PEOPLE.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`Nobody is called "${name}".`);
  return found;
}
