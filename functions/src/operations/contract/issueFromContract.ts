import type { AuditDraft } from '@latchkey/domain/audit/event';
import type { Contract } from '@latchkey/domain/contract/contract';
import { contractEvent } from '@latchkey/domain/contract/decide';
import { takeQuota } from '@latchkey/domain/contract/quota';
import type { ContractRefusal } from '@latchkey/domain/contract/refusals';
import { refuseContract } from '@latchkey/domain/contract/refusals';
import type { Environment } from '@latchkey/domain/environment';
import { issueLicense as issued } from '@latchkey/domain/license/issue';
import type { CustomerRef, License } from '@latchkey/domain/license/license';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { contractPath, licensePath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Versioned } from '../../firestore/records.ts';
import { toLicense } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import { sourcesUnchanged } from '../catalog/sources.ts';
import type { Call } from '../context.ts';
import { customerPathsFor, resolveCustomer } from '../customers.ts';
import { issueFacts, issuePaths, newKey, newLicenseWrites } from '../issueLicense.ts';
import type { AskedBatch, Batch, RequestConflict } from './batches.ts';
import { batchPath, batchWrite, repeatedBatch } from './batches.ts';
import { contractWrite, toContract } from './records.ts';

export type IssuedBatch =
  | { readonly ok: true; readonly licenses: readonly License[]; readonly contract: Contract }
  | RequestConflict
  | ContractRefusal
  | Refusal;

/** Each try draws new keys; more than these and the form of keys is used up. */
const MAX_TRIES = 2_000;

/**
 * Issues licenses within the contract's quota: the licenses and the count that bounds them are one commit,
 * which fails when anybody changed the contract meanwhile. So a hundred callers at once get the quota and not
 * one license more.
 */
export async function issueFromContract(
  call: Call,
  environment: Environment,
  contractId: string,
  asked: AskedBatch,
): Promise<IssuedBatch> {
  const path = contractPath(environment, contractId);
  const batch = batchPath(call, environment, contractId, asked.request);
  let tries = 0;
  return withRetry(path, async () => {
    if (++tries > MAX_TRIES) return refuse('KEYS_RUN_OUT', 'The generator has hardly any key left.');
    const [first, before] = await call.store.getAll<never>([path, batch]);
    const contract = toContract(environment, first);
    if (!contract) return refuseContract('NOT_FOUND', 'There is no such contract in this environment.');
    const repeated = repeatedBatch(call, before, asked);
    if (repeated) return repeated.ok ? again(call, contract, repeated.batch) : repeated;
    const taken = takeQuota(contract.record, asked.quantity, call.now);
    if (!taken.ok) return taken;
    const made = await makeAll(call, contract.record, asked);
    if (!made.ok) return made;
    const { used } = contract.record;
    const changes = {
      quantity: { before: null, after: asked.quantity },
      used: { before: used, after: taken.contract.used },
    };
    const { customerId } = made;
    const event = contractEvent('contract.issued', contract.record, { changes, customerId });
    await call.store.commit([
      contractWrite(contract, taken.contract),
      ...made.writes,
      // All at once: whoever listens is told of them by one entry, not by one for each license.
      ...auditWrites(environment, call, [event, ...made.audit]),
      batchWrite(call, batch, before, asked, made.licenses),
    ]);
    return { ok: true, licenses: made.licenses, contract: taken.contract };
  });
}

/** The answer of the first time, from what was made then. */
async function again(call: Call, { record }: Versioned<Contract>, batch: Batch): Promise<IssuedBatch> {
  const { environment } = record;
  const found = await call.store.getAll<never>(batch.licenseIds.map((id) => licensePath(environment, id)));
  const licenses = found.flatMap((snapshot) => toLicense(environment)(snapshot)?.record ?? []);
  return { ok: true, licenses, contract: record };
}

type MadeAll =
  | { ok: true; licenses: License[]; writes: Write[]; audit: AuditDraft[]; customerId: string | null }
  | Refusal;

async function makeAll(call: Call, contract: Contract, { quantity, customer }: AskedBatch): Promise<MadeAll> {
  const { environment, id: contractId, activationLimit, features } = contract;
  const paths = [
    ...issuePaths(environment, contract),
    ...(customer ? customerPathsFor(call, environment, customer) : []),
  ];
  const [product, generator, settings, ...known] = await call.store.getAll<never>(paths);
  const facts = issueFacts(environment, product, generator, settings);
  const owner = customer && resolveCustomer(call, environment, customer, known);
  const order = {
    environment,
    customer: (owner?.ref ?? null) satisfies CustomerRef | null,
    ...(activationLimit !== null && { activationLimit }),
    ...(features !== null && { features }),
  };
  const writes: Write[] = [...sourcesUnchanged([product, generator]), ...(owner?.writes ?? [])];
  const licenses: License[] = [];
  const audit: AuditDraft[] = [];
  for (let n = 0; n < quantity; n++) {
    const decision = issued(order, facts, newKey(call, facts.generator), call.now);
    if (!decision.ok) return decision;
    const license: License = { ...decision.license, contractId };
    licenses.push(license);
    writes.push(...newLicenseWrites(license, decision.private));
    audit.push(...decision.audit);
  }
  return { ok: true, licenses, writes, audit, customerId: owner?.ref.id ?? null };
}
