import type { CustomerCommand } from '@latchkey/domain/customer/commands';
import { decideCustomer } from '@latchkey/domain/customer/commands';
import type { Customer } from '@latchkey/domain/customer/customer';
import type { CustomerRefusal } from '@latchkey/domain/customer/refusals';
import { noSuchCustomer } from '@latchkey/domain/customer/refusals';
import { customerPath, mailChoicePath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Versioned } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites, outboxWrite, updateCustomer } from '../../firestore/writes.ts';
import type { Accounts } from '../accounts.ts';
import type { Call } from '../context.ts';
import { isSamePerson, personWrites, readPeople } from '../storedPerson.ts';
import type { PutDownJob } from './copiesJob.ts';
import { copiesJob } from './copiesJob.ts';
import { knownCustomer } from './knownCustomer.ts';

export interface CommandedCustomer {
  readonly ok: true;
  readonly account: ChangedAccount | null;
  readonly jobs: readonly PutDownJob[];
}

interface ChangedAccount {
  readonly uid: string;
  readonly writes: readonly Write[];
}

/**
 * Carries out a command about a customer in every environment that knows them, in one commit: their records,
 * what they may see, the audit events, and the jobs that bring the copies in licenses and devices in line.
 * `account` is what the sign-in account has to follow, where it has to.
 */
export async function commandCustomer(
  call: Call,
  accounts: Accounts,
  customerId: string,
  command: CustomerCommand,
): Promise<CommandedCustomer | CustomerRefusal> {
  return withRetry(customerId, async () => {
    const known = await knownCustomer(call.store, customerId);
    const [first] = known;
    if (!first) return noSuchCustomer();
    const writes: Write[] = [];
    const jobs: PutDownJob[] = [];
    for (const customer of known) {
      const decision = decideCustomer(customer.record, command, call.now);
      if (!decision.ok) return decision;
      const { environment } = customer.record;
      const copies = copiesJob(call, customer.record, command);
      writes.push(
        recordWrite(customer, decision.customer),
        ...auditWrites(environment, call, decision.audit),
        ...copies.writes,
      );
      jobs.push(...copies.jobs);
    }
    if (command.type === 'invite') {
      writes.push(outboxWrite(first.record.environment, call, { kind: 'customer-invitation', customerId }));
    }
    if (command.type === 'delete') writes.push(...mailWrites(call, first.record));
    const account = await accountWrites(call, accounts, first.record, command);
    await call.store.commit([...writes, ...(account?.writes ?? [])]);
    return { ok: true, account, jobs };
  });
}

/** Which mail they wanted, and the records of those they got: both name them. */
function mailWrites(call: Call, { environment, id: customerId }: Customer): Write[] {
  return [
    { kind: 'delete', path: mailChoicePath(customerId) },
    outboxWrite(environment, call, { kind: 'erase-mails', customerId, deletedAt: call.now }),
  ];
}

function recordWrite(before: Versioned<Customer>, after: Customer | null): Write {
  if (after !== null) return updateCustomer(before, after);
  const { environment, id } = before.record;
  return { kind: 'delete', path: customerPath(environment, id), if: before.version };
}

/**
 * What becomes of users/{uid}. It is in the same commit, so that the access ends with it. Who has a role in
 * the console as well keeps that; the record of a customer who was nothing else is removed with them.
 */
async function accountWrites(
  call: Call,
  accounts: Accounts,
  customer: Customer,
  command: CustomerCommand,
): Promise<ChangedAccount | null> {
  if (command.type === 'invite') return null;
  const uid = await accounts.ensure(customer.email, customer.name);
  const [before] = await readPeople(call.store, [uid]);
  // Nobody with this address has any right yet; an account that was made for nothing goes again.
  if (!before?.person) return { uid, writes: [outboxWrite('production', call, { kind: 'sign-in', uid })] };
  const { person } = before;
  switch (command.type) {
    case 'disable': {
      const after = { ...person, customerId: null };
      if (isSamePerson(person, after)) return null;
      return { uid, writes: personWrites(call, before, after, 'user.access-changed') };
    }
    case 'enable': {
      const after = { ...person, customerId: customer.id };
      return { uid, writes: personWrites(call, before, after, 'user.access-changed') };
    }
    case 'delete': {
      const after = person.role === null ? null : { ...person, customerId: null };
      return { uid, writes: personWrites(call, before, after, 'user.access-changed') };
    }
    case 'rename': {
      const after = { ...person, name: command.name };
      // What people of the console are called is theirs to say.
      if (person.role !== null || isSamePerson(person, after)) return null;
      return { uid, writes: personWrites(call, before, after, 'user.access-changed') };
    }
  }
}
