import type { License } from '@latchkey/domain/license/license';
import type { AskedCommand } from '@latchkey/functions/operations/commandLicense';
import { type ACTORS, DAY, later } from './builders.ts';
import type { seedLicense } from './seedLicenses.ts';

export const because = { publicReason: 'because', note: 'between us' };
const customer = { email: 'New@Example.com', name: 'New' };
const tail = (license: License): string => license.key.slice(-4);

interface Accepted {
  readonly name: string;
  readonly from: Parameters<typeof seedLicense>[1];
  readonly ask: (license: License) => AskedCommand;
  readonly events: readonly string[];
}

const edit = (changes: object) => (): AskedCommand => ({ type: 'edit', revision: 1, changes });

/** Commands that are carried out, with the events that each leaves. */
export const ACCEPTED: readonly Accepted[] = [
  {
    name: 'assign to somebody new',
    from: { status: 'available' },
    ask: () => ({ type: 'assign', customer }),
    events: ['license.assigned', 'customer.created'],
  },
  {
    name: 'inactivate',
    from: {},
    ask: () => ({ type: 'inactivate', ...because }),
    events: ['license.inactivated'],
  },
  {
    name: 'reactivate',
    from: { status: 'inactive' },
    ask: () => ({ type: 'reactivate' }),
    events: ['license.reactivated'],
  },
  {
    name: 'suspend',
    from: {},
    ask: () => ({ type: 'suspend', ...because }),
    events: ['license.suspended'],
  },
  {
    name: 'unsuspend',
    from: { status: 'suspended' },
    ask: () => ({ type: 'unsuspend' }),
    events: ['license.unsuspended'],
  },
  { name: 'revoke', from: {}, ask: () => ({ type: 'revoke', ...because }), events: ['license.revoked'] },
  {
    name: 'transfer',
    from: {},
    ask: () => ({ type: 'transfer', customer }),
    events: ['license.transferred', 'customer.created'],
  },
  {
    name: 'edit of the limit',
    from: {},
    ask: edit({ activationLimit: 9 }),
    events: ['license.edited'],
  },
  {
    name: 'edit of what is internal',
    from: {},
    ask: edit({ metadata: { seat: 'A1' } }),
    events: ['license.edited'],
  },
  {
    name: 'edit that assigns to somebody new',
    from: { status: 'available' },
    ask: () => ({ type: 'edit', revision: 1, changes: { activationLimit: 9 }, customer }),
    events: ['license.edited', 'license.assigned', 'customer.created'],
  },
  {
    name: 'edit of the customer alone',
    from: {},
    ask: () => ({ type: 'edit', revision: 1, changes: {}, customer }),
    events: ['license.transferred', 'customer.created'],
  },
  {
    name: 'delete',
    from: {},
    ask: (license) => ({ type: 'delete', confirmation: tail(license) }),
    events: ['license.deleted'],
  },
];

interface Refused {
  readonly name: string;
  readonly from: Parameters<typeof seedLicense>[1];
  readonly asked: AskedCommand;
  readonly actor?: keyof typeof ACTORS;
  readonly code: string;
}

/** Commands that change nothing, with the code of each. */
export const REFUSED: readonly Refused[] = [
  {
    name: 'a viewer',
    from: {},
    asked: { type: 'inactivate', ...because },
    actor: 'viewer',
    code: 'FORBIDDEN',
  },
  {
    name: 'a customer',
    from: {},
    asked: { type: 'transfer', customer },
    actor: 'customer',
    code: 'FORBIDDEN',
  },
  {
    name: 'an operator who deletes',
    from: {},
    asked: { type: 'delete', confirmation: 'x' },
    actor: 'operator',
    code: 'FORBIDDEN',
  },
  { name: 'a state without the way', from: {}, asked: { type: 'assign', customer }, code: 'CANNOT_ASSIGN' },
  {
    name: 'the end of a revoked license',
    from: { status: 'revoked' },
    asked: { type: 'reactivate' },
    code: 'CANNOT_REACTIVATE',
  },
  {
    name: 'a reason left out',
    from: {},
    asked: { type: 'revoke', publicReason: ' ', note: 'x' },
    code: 'REASON_REQUIRED',
  },
  {
    name: 'a wrong confirmation',
    from: {},
    asked: { type: 'delete', confirmation: '????' },
    code: 'CONFIRMATION_MISMATCH',
  },
  {
    name: 'a stale edit',
    from: { revision: 4 },
    asked: { type: 'edit', revision: 3, changes: { activationLimit: 1 } },
    code: 'CHANGED_MEANWHILE',
  },
  {
    name: 'an edit in part out of range',
    from: {},
    asked: { type: 'edit', revision: 1, changes: { activationLimit: 0, metadata: { a: 1 } } },
    code: 'LIMIT_OUT_OF_RANGE',
  },
  {
    name: 'a date of the past',
    from: {},
    asked: { type: 'edit', revision: 1, changes: { expiresAt: later(-DAY, new Date()) } },
    code: 'EXPIRY_NOT_FUTURE',
  },
];
