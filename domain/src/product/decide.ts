import type { Actor } from '../access/actor.ts';
import { mayWriteCatalog } from '../access/catalog.ts';
import { difference, otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import type { Environment } from '../environment.ts';
import type { Refusal } from '../license/refusals.ts';
import { refuse } from '../license/refusals.ts';
import type { ProductCommand, ProductCommandName, ProductFacts } from './commands.ts';
import { PRODUCT_COMMANDS } from './commands.ts';
import { repeatedFeature } from './features.ts';
import type { Product, ProductStatus } from './product.ts';
import { isProductId, withProductSearch } from './product.ts';

export interface AcceptedProduct {
  readonly ok: true;
  /** The product as it has to be stored; null = delete it. */
  readonly product: Product | null;
  readonly audit: readonly AuditDraft[];
}
export type ProductDecision = AcceptedProduct | Refusal;

/** A new product, active from the start. */
export function createProduct(
  id: string,
  environment: Environment,
  facts: ProductFacts,
  now: Date,
): (AcceptedProduct & { readonly product: Product }) | Refusal {
  const refusal = checkFacts(facts);
  if (refusal) return refusal;
  if (!isProductId(id)) {
    return refuse(
      'PRODUCT_ID_INVALID',
      'The product id takes a–z, 0–9 and single dashes, up to 64 characters.',
    );
  }
  const product = withProductSearch({
    ...facts,
    id,
    environment,
    status: 'active',
    createdAt: now,
    updatedAt: now,
    revision: 1,
    generatorEpoch: 0,
  });
  return { ok: true, product, audit: [productEvent('product.created', product)] };
}

/** Decides a command: the same answer greys the button and guards the write. `facts` say how many of each it has. */
export function decideProduct(
  product: Product,
  command: ProductCommand,
  facts: { readonly licenses: number; readonly downloads?: number },
  actor: Actor,
  now: Date,
): ProductDecision {
  const refusal = productRefusal(product, command.type, facts.licenses, actor);
  if (refusal) return refusal;
  switch (command.type) {
    case 'edit':
      return edit(product, command.changes, command.revision, now);
    case 'activate':
      return moved(product, 'active', 'product.activated', now);
    case 'inactivate':
    case 'unarchive':
      return moved(
        product,
        'inactive',
        command.type === 'inactivate' ? 'product.inactivated' : 'product.unarchived',
        now,
      );
    case 'archive':
      return moved(product, 'archived', 'product.archived', now);
    case 'kill': {
      if (!confirmed(product, command.confirmation)) return mistyped();
      // An archived product stays out of sight.
      const to = product.status === 'archived' ? 'archived' : 'inactive';
      return moved(product, to, 'product.killed', now, { reason: command.reason });
    }
    case 'delete':
      if (!confirmed(product, command.confirmation)) return mistyped();
      if ((facts.downloads ?? 0) > 0) {
        return refuse(
          'PRODUCT_HAS_DOWNLOADS',
          'The product has releases. Delete them first, with their files.',
        );
      }
      return { ok: true, product: null, audit: [productEvent('product.deleted', product)] };
  }
}

export interface ProductOption {
  readonly command: ProductCommandName;
  /** null = allowed. */
  readonly refusal: Refusal | null;
}

/** Every command with the reason why it is closed to this actor now; `licenses` null = not counted yet. */
export function allowedProductCommands(
  product: Product,
  licenses: number | null,
  actor: Actor,
): ProductOption[] {
  return PRODUCT_COMMANDS.map((command) => ({
    command,
    refusal: productRefusal(product, command, licenses ?? 0, actor),
  }));
}

/** Why the command is closed whatever its details are: role first, then state. */
export function productRefusal(
  product: Pick<Product, 'status'>,
  command: ProductCommandName,
  licenses: number,
  actor: Actor,
): Refusal | null {
  if (!mayWriteCatalog(actor)) return refuse('FORBIDDEN', 'Your role does not allow this.');
  const { status } = product;
  switch (command) {
    case 'edit':
    case 'kill':
      return null;
    case 'activate':
      return status === 'inactive' ? null : refuse('CANNOT_ACTIVATE_PRODUCT', stateWords(status, 'inactive'));
    case 'inactivate':
      return status === 'active' ? null : refuse('CANNOT_INACTIVATE_PRODUCT', stateWords(status, 'active'));
    case 'archive':
      return status === 'archived'
        ? refuse('CANNOT_ARCHIVE_PRODUCT', 'The product is archived already.')
        : null;
    case 'unarchive':
      return status === 'archived'
        ? null
        : refuse('CANNOT_UNARCHIVE_PRODUCT', stateWords(status, 'archived'));
    case 'delete':
      return deleteRefusal(status, licenses);
  }
}

function deleteRefusal(status: ProductStatus, licenses: number): Refusal | null {
  if (licenses > 0) {
    return refuse(
      'PRODUCT_HAS_LICENSES',
      'The product has licenses, which would lose their name and rules. Archive it instead.',
    );
  }
  // Somebody may be issuing a license this very moment: from an inactive product nobody can.
  if (status === 'active') {
    return refuse('PRODUCT_IS_ACTIVE', 'Inactivate the product first, so that no license is made meanwhile.');
  }
  return null;
}

function stateWords(status: ProductStatus, needed: ProductStatus): string {
  return `The product is ${status}; this works only while it is ${needed}.`;
}

function edit(
  product: Product,
  changes: Partial<ProductFacts>,
  revision: number | null,
  now: Date,
): ProductDecision {
  if (revision !== null && revision !== product.revision) {
    return refuse(
      'CHANGED_MEANWHILE',
      'Somebody changed the product meanwhile. Look at it again, then save.',
    );
  }
  const refusal = checkFacts({ ...product, ...changes });
  if (refusal) return refusal;
  const after = changed(product, changes, now);
  const told = difference<Product>(product, changes);
  return { ok: true, product: after, audit: [productEvent('product.edited', after, { changes: told })] };
}

function moved(
  product: Product,
  status: ProductStatus,
  action: AuditAction,
  now: Date,
  extra: Partial<AuditDraft> = {},
): AcceptedProduct {
  const after = changed(product, { status }, now);
  const changes = difference<Product>(product, { status });
  return { ok: true, product: after, audit: [productEvent(action, after, { changes, ...extra })] };
}

function changed(product: Product, change: Partial<Product>, now: Date): Product {
  return withProductSearch({ ...product, ...change, updatedAt: now, revision: product.revision + 1 });
}

function checkFacts({ features }: Pick<ProductFacts, 'features'>): Refusal | null {
  const repeated = repeatedFeature(features);
  return repeated === null
    ? null
    : refuse('FEATURE_REPEATED', `The feature "${repeated}" is defined twice. Give each its own name.`);
}

function confirmed(product: Product, typed: string): boolean {
  return typed.trim().toLowerCase() === product.id;
}

function mistyped(): Refusal {
  return refuse('CONFIRMATION_MISMATCH', 'Type the id of the product to confirm.');
}

function productEvent(action: AuditAction, product: Product, extra: Partial<AuditDraft> = {}): AuditDraft {
  return otherEvent(action, { productId: product.id, about: `product/${product.id}`, ...extra });
}
