import type { Actor } from '../access/actor.ts';
import { mayRunGenerators, mayWriteCatalog } from '../access/catalog.ts';
import { difference, otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import { checkJson, checkLimit } from '../license/edit.ts';
import type { Refusal } from '../license/refusals.ts';
import { refuse } from '../license/refusals.ts';
import type { Product } from '../product/product.ts';
import { checkFormat } from './check.ts';
import { checkValidity } from './checkValidity.ts';
import type { GeneratorCommand, GeneratorCommandName, GeneratorFacts } from './commands.ts';
import type { Generator, GeneratorStatus } from './generator.ts';
import { generatorNameKey, withGeneratorDerived } from './generator.ts';

export interface AcceptedGenerator {
  readonly ok: true;
  /** The generator as it has to be stored; null = delete it. Its licenses stay as they are. */
  readonly generator: Generator | null;
  readonly audit: readonly AuditDraft[];
}
export type GeneratorDecision = AcceptedGenerator | Refusal;

/** Another generator of the same product, as far as names need it. */
export type Sibling = Pick<Generator, 'id' | 'nameKey'>;

/** A new generator of an active product. */
export function createGenerator(
  id: string,
  product: Product | null,
  siblings: readonly Sibling[],
  facts: GeneratorFacts,
  now: Date,
): (AcceptedGenerator & { readonly generator: Generator }) | Refusal {
  if (!product) return refuse('PRODUCT_NOT_FOUND', 'There is no such product in this environment.');
  if (product.status !== 'active') {
    return refuse('PRODUCT_INACTIVE', `The product is ${product.status}; it gets no new generators.`);
  }
  const refusal = checkFacts(facts) ?? checkName(id, facts.name, siblings);
  if (refusal) return refusal;
  const generator = withGeneratorDerived({
    ...facts,
    id,
    environment: product.environment,
    productId: product.id,
    productName: product.name,
    status: 'active',
    createdAt: now,
    updatedAt: now,
    revision: 1,
  });
  return { ok: true, generator, audit: [generatorEvent('generator.created', generator)] };
}

/** Decides a command: the same answer greys the button and guards the write. */
export function decideGenerator(
  generator: Generator,
  command: GeneratorCommand,
  siblings: readonly Sibling[],
  actor: Actor,
  now: Date,
): GeneratorDecision {
  const refusal = generatorRefusal(generator, command.type, actor);
  if (refusal) return refusal;
  switch (command.type) {
    case 'edit':
      return edit(generator, command, siblings, now);
    case 'activate':
      return moved(generator, 'active', 'generator.activated', now);
    case 'inactivate':
      return moved(generator, 'inactive', 'generator.inactivated', now);
    case 'delete':
      return { ok: true, generator: null, audit: [generatorEvent('generator.deleted', generator)] };
  }
}

/** Why the command is closed whatever its details are: role first, then state. */
export function generatorRefusal(
  { status }: Pick<Generator, 'status'>,
  command: GeneratorCommandName,
  actor: Actor,
): Refusal | null {
  if (!mayWriteCatalog(actor)) return refuse('FORBIDDEN', 'Your role does not allow this.');
  switch (command) {
    case 'edit':
    case 'delete':
      return null;
    case 'activate':
      return status === 'inactive'
        ? null
        : refuse('CANNOT_ACTIVATE_GENERATOR', 'The generator is active already.');
    case 'inactivate':
      return status === 'active'
        ? null
        : refuse('CANNOT_INACTIVATE_GENERATOR', 'The generator is inactive already.');
  }
}

/** Why no license may be made with it now; null = it may. */
export function generateRefusal(
  generator: Pick<Generator, 'status'>,
  product: Pick<Product, 'status'> | null,
  actor: Actor,
): Refusal | null {
  if (!mayRunGenerators(actor)) return refuse('FORBIDDEN', 'Your role does not allow this.');
  if (generator.status !== 'active') return refuse('GENERATOR_INACTIVE', 'The generator is inactive.');
  if (product !== null && product.status !== 'active') {
    return refuse('PRODUCT_INACTIVE', `The product is ${product.status}; it gets no new licenses.`);
  }
  return null;
}

function edit(
  generator: Generator,
  { changes, revision }: Extract<GeneratorCommand, { type: 'edit' }>,
  siblings: readonly Sibling[],
  now: Date,
): GeneratorDecision {
  if (revision !== null && revision !== generator.revision) {
    return refuse(
      'CHANGED_MEANWHILE',
      'Somebody changed the generator meanwhile. Look at it again, then save.',
    );
  }
  if (changes.format !== undefined && changes.format.type !== generator.format.type) {
    return refuse('KEY_FORMAT_REFUSED', 'The type of a generator never changes. Create another generator.');
  }
  const refusal = checkFacts(changes) ?? checkName(generator.id, changes.name, siblings);
  if (refusal) return refusal;
  const told = difference<Generator>(generator, changes);
  const after = changed(generator, changes, now);
  return {
    ok: true,
    generator: after,
    audit: [generatorEvent('generator.edited', after, { changes: told })],
  };
}

function moved(
  generator: Generator,
  status: GeneratorStatus,
  action: AuditAction,
  now: Date,
): AcceptedGenerator {
  const after = changed(generator, { status }, now);
  const changes = difference<Generator>(generator, { status });
  return { ok: true, generator: after, audit: [generatorEvent(action, after, { changes })] };
}

function changed(generator: Generator, change: Partial<Generator>, now: Date): Generator {
  return withGeneratorDerived({
    ...generator,
    ...change,
    updatedAt: now,
    revision: generator.revision + 1,
  });
}

/** Only what is given is checked. */
function checkFacts({ format, activationLimit, validity, features, metadata }: Partial<GeneratorFacts>) {
  return (
    (format ? checkKeys(format) : null) ??
    checkLimit(activationLimit) ??
    checkValidity(validity) ??
    checkJson(features, 'FEATURES_TOO_LARGE', 'Features') ??
    checkJson(metadata, 'METADATA_TOO_LARGE', 'Metadata')
  );
}

function checkKeys(format: GeneratorFacts['format']): Refusal | null {
  const verdict = checkFormat(format);
  return verdict.ok ? null : refuse('KEY_FORMAT_REFUSED', verdict.reason);
}

function checkName(id: string, name: string | undefined, siblings: readonly Sibling[]): Refusal | null {
  if (name === undefined) return null;
  const key = generatorNameKey(name);
  return siblings.some((other) => other.id !== id && other.nameKey === key)
    ? refuse('GENERATOR_NAME_TAKEN', 'Another generator of this product has that name already.')
    : null;
}

function generatorEvent(
  action: AuditAction,
  generator: Generator,
  extra: Partial<AuditDraft> = {},
): AuditDraft {
  const { id, productId } = generator;
  return otherEvent(action, { productId, about: `generator/${id}`, ...extra });
}
