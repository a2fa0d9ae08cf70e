import type { CommandProductAnswer, ProductCommandInput } from '@latchkey/domain/wire/console/commandProduct';
import { CommandProductRequest } from '@latchkey/domain/wire/console/commandProduct';
import type { Environment } from '@latchkey/domain/environment';
import type { CallableRequest } from 'firebase-functions/https';
import { commandProduct as command } from '../operations/catalog/commandProduct.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';

/** Everything that can be done to a product; a job brings it to the licenses where they copy it. */
export const commandProduct = door(
  CommandProductRequest,
  async ({ environment, productId, command: asked }, request, requestId): Promise<CommandProductAnswer> => {
    const caller = await callerFor(asked.type, request, environment);
    if (!caller.ok) return caller;
    const outcome = await command(newCall(caller.actor, requestId), environment, productId, asked);
    if (outcome.ok && outcome.jobId !== null) await enqueueJob({ environment, jobId: outcome.jobId });
    return outcome;
  },
);

/** What has no way back asks for a fresh sign-in. */
async function callerFor(
  type: ProductCommandInput['type'],
  request: CallableRequest,
  environment: Environment,
) {
  if (type === 'delete' || type === 'kill') return freshConsolePerson(request, environment, 'catalog.write');
  return { ok: true, actor: await consolePerson(request, environment, 'catalog.write') } as const;
}
