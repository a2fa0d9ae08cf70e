import type { Environment } from '@latchkey/domain/environment';
import type { GeneratorCommand } from '@latchkey/domain/generator/commands';
import { decideGenerator } from '@latchkey/domain/generator/decide';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { generatorPath, productPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Versioned } from '../../firestore/records.ts';
import { toGenerator, toProduct, toStored } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { nameTaken, siblings } from './siblings.ts';

/** Carries out a command on a generator, with its audit event in the same commit. Its licenses stay as they are. */
export async function commandGenerator(
  call: Call,
  environment: Environment,
  generatorId: string,
  command: GeneratorCommand,
): Promise<{ ok: true } | Refusal> {
  const path = generatorPath(environment, generatorId);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<never>([path]);
    const generator = toGenerator(environment)(snapshot);
    if (!generator) return refuse('NOT_FOUND', 'There is no such generator in this environment.');
    const naming = await namingOf(call, generator, command);
    const decision = decideGenerator(generator.record, command, naming.others, call.actor, call.now);
    if (!decision.ok) return decision;
    await call.store.commit([
      write(generator, decision.generator),
      ...naming.writes,
      ...auditWrites(environment, call, decision.audit),
    ]);
    return { ok: true };
  });
}

/** Only a new name has to know the others'. */
async function namingOf(call: Call, { record }: Versioned<Generator>, command: GeneratorCommand) {
  const name = command.type === 'edit' ? command.changes.name : undefined;
  if (name === undefined || name === record.name) return { others: [], writes: [] };
  const { environment, productId } = record;
  const [[snapshot], others] = await Promise.all([
    call.store.getAll<never>([productPath(environment, productId)]),
    siblings(call.store, environment, productId),
  ]);
  const product = toProduct(environment)(snapshot);
  return { others, writes: product ? [nameTaken(product)] : [] };
}

function write(before: Versioned<Generator>, after: Generator | null): Write {
  const path = generatorPath(before.record.environment, before.record.id);
  if (after === null) return { kind: 'delete', path, if: before.version };
  return { kind: 'set', path, data: toStored(after), if: before.version };
}
