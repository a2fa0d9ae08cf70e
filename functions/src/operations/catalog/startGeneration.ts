import type { Environment } from '@latchkey/domain/environment';
import { MAX_JOB_QUANTITY } from '@latchkey/domain/generator/batch';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { GenerateLicensesWork } from '@latchkey/domain/job/catalogWork';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { jobPath } from '../../firestore/collections.ts';
import { ConflictError } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { generationPage } from '../jobs/generateLicenses.ts';
import { jobWrites } from '../jobs/startJob.ts';

/**
 * Puts down the job that makes so many licenses. Its id follows from the request, so that asking again after
 * an answer that got lost finds the job of the first time.
 */
export async function startGeneration(
  call: Call,
  generator: Generator,
  quantity: number,
  request: string,
): Promise<{ ok: true; jobId: string } | Refusal> {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_JOB_QUANTITY) {
    return refuse(
      'QUANTITY_OUT_OF_RANGE',
      `A job makes from 1 to ${MAX_JOB_QUANTITY.toLocaleString('en')} licenses.`,
    );
  }
  const jobId = call.derivedId(request);
  const { environment } = generator;
  try {
    await call.store.commit(jobWrites(call, environment, jobId, preparedFor(generator, quantity)));
  } catch (error) {
    if (!(error instanceof ConflictError) || !(await isThere(call, environment, jobId))) throw error;
  }
  return { ok: true, jobId };
}

function preparedFor(generator: Generator, quantity: number) {
  const work: GenerateLicensesWork = {
    kind: 'generate-licenses',
    productId: generator.productId,
    productName: generator.productName,
    generatorId: generator.id,
    generatorName: generator.name,
    quantity,
  };
  // The first page is known already: the runner begins with it.
  const { input, cursor, last } = generationPage(quantity, null);
  return {
    work,
    total: quantity,
    pages: input === null ? [] : [input],
    allPlanned: last,
    cursor,
    hidden: null,
  };
}

async function isThere(call: Call, environment: Environment, jobId: string): Promise<boolean> {
  const [job] = await call.store.getAll<object>([jobPath(environment, jobId)], ['status']);
  return job?.data !== undefined;
}
