import { MAX_FORM_QUANTITY } from '@latchkey/domain/generator/batch';
import type { Generator } from '@latchkey/domain/generator/generator';
import type {
  GenerateLicensesAnswer,
  GenerateLicensesRequest,
} from '@latchkey/domain/wire/console/generateLicenses';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';

const send = callable<GenerateLicensesRequest, GenerateLicensesAnswer>('generateLicenses');

/** The number as typed; a sentence where it is none. */
export function checkQuantity(text: string): number | string {
  const quantity = Number(text.trim());
  const right = Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_FORM_QUANTITY;
  return right ? quantity : `Enter a whole number from 1 to ${MAX_FORM_QUANTITY}.`;
}

/**
 * Makes licenses, or starts the job that does. Asked again with the same request key, nothing is made twice.
 * @throws ProblemError with the refusal's sentence and code, or the failure's
 */
export async function generate(
  { environment, id: generatorId }: Generator,
  quantity: number,
  requestKey: string,
): Promise<{ readonly made: number; readonly jobId: string | null }> {
  return accepted(await send({ environment, generatorId, quantity, requestKey }));
}

export function newRequestKey(): string {
  return crypto.randomUUID();
}
