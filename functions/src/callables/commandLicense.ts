import type { Environment } from '@latchkey/domain/environment';
import type { CommandInput, CommandLicenseAnswer } from '@latchkey/domain/wire/console/commandLicense';
import { CommandLicenseRequest } from '@latchkey/domain/wire/console/commandLicense';
import type { CallableRequest } from 'firebase-functions/https';
import type { AskedCommand } from '../operations/commandLicense.ts';
import { commandLicense as command } from '../operations/commandLicense.ts';
import { renewLicense } from '../operations/renewLicense.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

/** Every command of the state machine that a person may give. */
export const commandLicense = door(
  CommandLicenseRequest,
  async (input, request, requestId): Promise<CommandLicenseAnswer> => {
    const { environment, licenseId, command: asked } = input;
    const caller = await callerFor(asked.type, request, environment);
    if (!caller.ok) return caller;
    const call = newCall(caller.actor, requestId);
    if (asked.type === 'renew') return renewLicense(call, environment, licenseId, toDate(asked.expiresAt));
    const outcome = await command(call, environment, licenseId, toCommand(asked));
    if (!outcome.ok) return outcome;
    await nudge(call, environment);
    return { ok: true, renewedToId: null };
  },
);

/** Deleting has a permission of its own and asks for a fresh sign-in. */
async function callerFor(type: CommandInput['type'], request: CallableRequest, environment: Environment) {
  if (type === 'delete') return freshConsolePerson(request, environment, 'licenses.delete');
  return { ok: true, actor: await consolePerson(request, environment, 'licenses.write') } as const;
}

function toCommand(input: Exclude<CommandInput, { type: 'renew' }>): AskedCommand {
  if (input.type !== 'edit') return input;
  const { expiresAt, activationLimit, graceDays, features, metadata } = input.changes;
  const date = toDate(expiresAt);
  const changes = {
    ...(activationLimit !== undefined && { activationLimit }),
    ...(date !== undefined && { expiresAt: date }),
    ...(graceDays !== undefined && { graceDays }),
    ...(features && { features }),
    ...(metadata && { metadata }),
  };
  return {
    type: 'edit',
    revision: input.revision,
    changes,
    ...(input.customer && { customer: input.customer }),
  };
}

function toDate(text: string | null | undefined): Date | null | undefined {
  return typeof text === 'string' ? new Date(text) : text;
}
