import type { AuditDraft } from '@latchkey/domain/audit/event';
import type { Actor } from '@latchkey/domain/access/actor';
import { sameJson } from '@latchkey/domain/json';
import type { Activation } from '@latchkey/domain/activation/activation';
import type { Customer } from '@latchkey/domain/customer/customer';
import type { Job } from '@latchkey/domain/job/job';
import type { License } from '@latchkey/domain/license/license';
import type { OutboxEntry, OutboxWork } from '@latchkey/domain/outbox/entry';
import type { Environment } from '@latchkey/domain/environment';
import { webhookEventOf } from '@latchkey/domain/webhook/events';
import { activationPath, auditPath, customerPath, jobPath, licensePath, outboxPath } from './collections.ts';
import type { Versioned } from './records.ts';
import { toStored } from './records.ts';
import type { Listeners } from './listeners.ts';
import type { Precondition, Store, UpdateWrite, Write } from './store.ts';

/** Writes the fields that changed, provided that nobody changed the license since it was read. */
export function updateLicense(before: Versioned<License>, after: License): UpdateWrite {
  return updateRecord(licensePath, before, after);
}

/** The same for a device, which may have been read without its search tokens. */
export function updateActivation(before: Versioned<Activation>, after: Activation): UpdateWrite {
  return updateRecord(activationPath, before, after);
}

export function updateCustomer(before: Versioned<Customer>, after: Customer): UpdateWrite {
  return updateRecord(customerPath, before, after);
}

export function updateJob(before: Versioned<Job>, after: Job): UpdateWrite {
  return updateRecord(jobPath, before, after);
}

function updateRecord<T extends { readonly id: string; readonly environment: Environment }>(
  pathOf: (environment: Environment, id: string) => string,
  before: Versioned<T>,
  after: T,
): UpdateWrite {
  const old: Readonly<Record<string, unknown>> = toStored(before.record);
  const changed = Object.entries(toStored(after)).filter(([name, value]) => !sameJson(value, old[name]));
  return {
    kind: 'update',
    path: pathOf(after.environment, after.id),
    data: Object.fromEntries(changed),
    if: before.version,
  };
}

export function setActivation(device: Activation, version: Precondition): Write {
  return {
    kind: 'set',
    path: activationPath(device.environment, device.id),
    data: toStored(device),
    if: version,
  };
}

/** Who did it, when, and in answer to which request: the rest of an audit event. */
export interface Signature {
  readonly now: Date;
  readonly actor: Actor;
  readonly requestId: string;
  readonly newId: () => string;
  readonly store: Store;
  readonly listeners: Listeners;
}

/**
 * The events of an accepted change; they belong into the commit of the change itself. Where somebody may listen,
 * the work of telling them comes along (webhooks).
 * @param firstId id of the first event, for whoever wants to find it again; otherwise a random one
 */
export function auditWrites(
  environment: Environment,
  by: Signature,
  drafts: readonly AuditDraft[],
  firstId?: string,
): Write[] {
  const events = drafts.map((draft, index) => ({ draft, id: (index === 0 && firstId) || by.newId() }));
  const writes = events.map(({ draft, id }): Write => ({
    kind: 'set',
    path: auditPath(environment, id),
    // The sequencer finds it by the mark and takes that off: no commit waits for the head of the chain.
    data: { ...draft, at: by.now, actor: by.actor, requestId: by.requestId, unlinked: true },
    if: { exists: false },
  }));
  const told = events.filter(({ draft }) => webhookEventOf(draft.action) !== null).map(({ id }) => id);
  const [first] = told;
  const actions = drafts.map(({ action }) => action);
  if (first === undefined || !by.listeners.mayHear(by.store, environment, actions)) return writes;
  return [
    ...writes,
    outboxWrite(environment, by, { kind: 'webhook-events', eventIds: told }, `events-${first}`),
  ];
}

/**
 * @param id of the entry, where the same work must not be asked for twice; otherwise a random one
 * @param notBefore when it makes sense to do it; otherwise at once
 */
export function outboxWrite(
  environment: Environment,
  by: Pick<Signature, 'now' | 'newId'>,
  work: OutboxWork,
  id?: string,
  notBefore: Date = by.now,
): Write {
  const entry: OutboxEntry = { work, createdAt: by.now, notBefore, attempts: 0 };
  return { kind: 'set', path: outboxPath(environment, id ?? by.newId()), data: entry, if: { exists: false } };
}
