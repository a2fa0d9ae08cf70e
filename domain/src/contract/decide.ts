import { difference, otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import type { Generator } from '../generator/generator.ts';
import type { Refusal } from '../license/refusals.ts';
import { refuse } from '../license/refusals.ts';
import type { Product } from '../product/product.ts';
import { checkContractFacts } from './check.ts';
import type { Contract, ContractFacts } from './contract.ts';
import { withContractSearch } from './contract.ts';
import type { ContractRefusal } from './refusals.ts';
import { refuseContract } from './refusals.ts';

export type ContractCommand =
  | { readonly type: 'edit'; readonly changes: Partial<ContractFacts>; readonly revision: number | null }
  | { readonly type: 'activate' | 'inactivate' }
  /** The name, typed. */
  | { readonly type: 'delete'; readonly confirmation: string };

export interface AcceptedContract {
  readonly ok: true;
  /** The contract as it has to be stored; null = delete it. Its licenses stay as they are. */
  readonly contract: Contract | null;
  readonly audit: readonly AuditDraft[];
}
export type ContractDecision = AcceptedContract | ContractRefusal | Refusal;

/** What a contract issues from, as far as it exists. */
export interface ContractSources {
  readonly product: Product | null;
  readonly generator: Generator | null;
}

export function createContract(
  placed: Pick<Contract, 'id' | 'environment' | 'type' | 'productId'>,
  facts: ContractFacts,
  sources: ContractSources,
  now: Date,
): (AcceptedContract & { readonly contract: Contract }) | ContractRefusal | Refusal {
  const { product, generator } = sources;
  const refusal = checkContractFacts(facts, 0) ?? checkGenerator(placed.productId, generator);
  if (refusal) return refusal;
  if (product === null) return refuse('PRODUCT_NOT_FOUND', 'There is no such product in this environment.');
  if (product.status !== 'active') return refuse('PRODUCT_INACTIVE', 'Only an active product has contracts.');
  const contract = withContractSearch({
    ...placed,
    ...facts,
    status: 'active',
    productName: product.name,
    generatorName: generator?.name ?? '',
    used: 0,
    keyHint: null,
    keyMadeAt: null,
    lastIssuedAt: null,
    createdAt: now,
    updatedAt: now,
    revision: 1,
  });
  const { name, type, quota } = contract;
  const changes = { name: made(name), type: made(type), quota: made(quota) };
  return { ok: true, contract, audit: [contractEvent('contract.created', contract, { changes })] };
}

/** `generator` is the one that an edit names; nothing else needs it. */
export function decideContract(
  contract: Contract,
  command: ContractCommand,
  generator: Generator | null,
  now: Date,
): ContractDecision {
  switch (command.type) {
    case 'edit':
      return edit(contract, command, generator, now);
    case 'activate':
      return moved(contract, 'active', 'contract.activated', now);
    case 'inactivate':
      return moved(contract, 'inactive', 'contract.inactivated', now);
    case 'delete': {
      if (command.confirmation.trim() !== contract.name) {
        return refuseContract('CONFIRMATION_MISMATCH', 'Type the name of the contract to delete it.');
      }
      const { name, used, quota } = contract;
      const changes = { name: gone(name), quota: gone(quota), used: gone(used) };
      return { ok: true, contract: null, audit: [contractEvent('contract.deleted', contract, { changes })] };
    }
  }
}

export function contractEvent(
  action: AuditAction,
  { id, productId }: Pick<Contract, 'id' | 'productId'>,
  extra: Partial<AuditDraft> = {},
): AuditDraft {
  return otherEvent(action, { productId, about: `contract/${id}`, ...extra });
}

function edit(
  contract: Contract,
  { changes, revision }: Extract<ContractCommand, { type: 'edit' }>,
  generator: Generator | null,
  now: Date,
): ContractDecision {
  if (revision !== null && revision !== contract.revision) {
    return refuseContract(
      'CHANGED_MEANWHILE',
      'Somebody changed the contract meanwhile. Look at it again, then save.',
    );
  }
  const renewed = changes.generatorId !== undefined && changes.generatorId !== contract.generatorId;
  const refusal =
    checkContractFacts(changes, contract.used) ??
    (renewed ? checkGenerator(contract.productId, generator) : null);
  if (refusal) return refusal;
  const generatorName = renewed && generator ? generator.name : contract.generatorName;
  const told = difference<Contract>(contract, changes);
  const after = changed(contract, { ...changes, generatorName }, now);
  return { ok: true, contract: after, audit: [contractEvent('contract.edited', after, { changes: told })] };
}

/** Doing it again is no mistake, and leaves one more line in the history. */
function moved(
  contract: Contract,
  status: Contract['status'],
  action: AuditAction,
  now: Date,
): AcceptedContract {
  const changes = difference<Contract>(contract, { status });
  const after = changed(contract, { status }, now);
  return { ok: true, contract: after, audit: [contractEvent(action, after, { changes })] };
}

function changed(contract: Contract, change: Partial<Contract>, now: Date): Contract {
  return withContractSearch({ ...contract, ...change, updatedAt: now, revision: contract.revision + 1 });
}

function checkGenerator(productId: string, generator: Generator | null): Refusal | null {
  if (generator === null) {
    return refuse('GENERATOR_NOT_FOUND', 'There is no such generator in this environment.');
  }
  if (generator.productId !== productId) {
    return refuse('GENERATOR_MISMATCH', 'The generator belongs to another product.');
  }
  return generator.status === 'active' ? null : refuse('GENERATOR_INACTIVE', 'The generator is inactive.');
}

function made(after: unknown) {
  return { before: null, after };
}

function gone(before: unknown) {
  return { before, after: null };
}
