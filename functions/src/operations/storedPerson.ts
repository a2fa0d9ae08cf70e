import type { Person } from '@latchkey/domain/access/person';
import { difference, otherEvent } from '@latchkey/domain/audit/draft';
import type { AuditAction, AuditDraft } from '@latchkey/domain/audit/event';
import { sameJson } from '@latchkey/domain/json';
import { textTokens } from '@latchkey/domain/search/tokens';
import { userPath } from '../firestore/collections.ts';
import type { Snapshot, Store, Write } from '../firestore/store.ts';
import { unchanged } from '../firestore/store.ts';
import { auditWrites, outboxWrite } from '../firestore/writes.ts';
import type { Call } from './context.ts';

/** users/{uid} as it is stored: with the tokens by which the console finds its people. */
type StoredPerson = Omit<Person, 'uid'> & { readonly search?: Readonly<Record<string, true>> };

/** A person as read, with the handle that proves nobody changed them since. */
export interface ReadPerson {
  readonly uid: string;
  readonly person: Person | null;
  readonly snapshot: Snapshot<unknown>;
}

/** Several people in one round trip, in order. */
export async function readPeople(store: Store, uids: readonly string[]): Promise<ReadPerson[]> {
  const snapshots = await store.getAll<StoredPerson>(uids.map(userPath));
  return snapshots.map((snapshot, at) => {
    const uid = uids[at] ?? snapshot.id;
    if (snapshot.data === undefined) return { uid, person: null, snapshot };
    const { search: _search, ...fields } = snapshot.data;
    return { uid, person: { ...fields, uid }, snapshot };
  });
}

/** Somebody with no rights yet. */
export function newPerson(uid: string, who: { email: string; name: string | null }, now: Date): Person {
  const { email, name } = who;
  return { uid, email, name, ...NO_RIGHTS, claimsValidAfter: new Date(0), createdAt: now };
}

/**
 * Everything one change of a person consists of, for one commit: the record, its audit event and the work
 * of bringing the sign-in account in line (so that a crash in between heals by itself). Whoever loses
 * something is signed out, because older sign-ins stop counting. `after` null removes the record.
 */
export function personWrites(
  call: Call,
  before: ReadPerson,
  after: Person | null,
  action: AuditAction,
): Write[] {
  const { uid, snapshot } = before;
  const path = userPath(uid);
  const version = unchanged(snapshot);
  const record: Write =
    after === null
      ? { kind: 'delete', path, if: version }
      : { kind: 'set', path, data: toStored(signedOutIfLess(before.person, after, call.now)), if: version };
  return [
    record,
    ...auditWrites('production', call, [auditOf(before, after, action)]),
    outboxWrite('production', call, { kind: 'sign-in', uid }),
  ];
}

/** Whether a change is one at all. */
export function isSamePerson(before: Person | null, after: Person): boolean {
  return before !== null && sameJson(before, after);
}

/** Sign-ins are stamped with whole seconds: one in the same second as the change must not survive it. */
export function nextSecond(now: Date): Date {
  return new Date((Math.floor(now.getTime() / 1000) + 1) * 1000);
}

function toStored({ uid: _uid, ...fields }: Person): StoredPerson {
  if (fields.role === null) return fields;
  return { ...fields, search: textTokens([fields.email, fields.name ?? '']) };
}

function signedOutIfLess(before: Person | null, after: Person, now: Date): Person {
  return before !== null && loses(before, after) ? { ...after, claimsValidAfter: nextSecond(now) } : after;
}

function loses(before: Person, after: Person): boolean {
  const role = before.role !== null && before.role !== after.role;
  const customer = before.customerId !== null && before.customerId !== after.customerId;
  const limited = after.environments !== null && !sameJson(before.environments, after.environments);
  // Who had no role yet loses nothing by getting one for some environments only.
  const environments = before.role !== null && limited;
  return role || customer || environments || (after.disabled && !before.disabled);
}

type Rights = Pick<Person, 'role' | 'environments' | 'customerId' | 'disabled'>;
const NO_RIGHTS: Rights = { role: null, environments: null, customerId: null, disabled: false };

function rightsOf(person: Person | null): Rights {
  const { role, environments, customerId, disabled } = person ?? NO_RIGHTS;
  return { role, environments, customerId, disabled };
}

/** People belong to no environment; their history is kept with production's. They are named by id only. */
function auditOf(before: ReadPerson, after: Person | null, action: AuditAction): AuditDraft {
  const was = before.person;
  const renamed = was !== null && after !== null ? difference({ name: was.name }, { name: after.name }) : {};
  return otherEvent(action, {
    about: `person/${before.uid}`,
    customerId: (after ?? was)?.customerId ?? null,
    changes: { ...difference(rightsOf(was), rightsOf(after)), ...renamed },
  });
}
