import type { IssueLicenseAnswer } from '@latchkey/domain/wire/console/issueLicense';
import { IssueLicenseRequest } from '@latchkey/domain/wire/console/issueLicense';
import { issueLicense as issue } from '../operations/issueLicense.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

/** Create License: exactly one license, assigned at once when a customer is named. */
export const issueLicense = door(
  IssueLicenseRequest,
  async (input, request, requestId): Promise<IssueLicenseAnswer> => {
    const actor = await consolePerson(request, input.environment, 'licenses.write');
    const call = newCall(actor, requestId);
    const { expiresAt, activationLimit, features, metadata, customer } = input;
    const outcome = await issue(call, {
      environment: input.environment,
      productId: input.productId,
      generatorId: input.generatorId,
      customer: customer ?? null,
      ...(activationLimit !== undefined && { activationLimit }),
      ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
      ...(features && { features }),
      ...(metadata && { metadata }),
    });
    if (outcome.ok && customer) await nudge(call, input.environment);
    return outcome;
  },
);
