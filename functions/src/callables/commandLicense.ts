import type { CommandInput, CommandLicenseAnswer } from '@latchkey/domain/wire/console/commandLicense';
import { CommandLicenseRequest } from '@latchkey/domain/wire/console/commandLicense';
import type { AskedCommand } from '../operations/commandLicense.ts';
import { commandLicense as command } from '../operations/commandLicense.ts';
import { renewLicense } from '../operations/renewLicense.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

/** Every command of the state machine that a person may give. */
export const commandLicense = door(
  CommandLicenseRequest,
  async (input, request, requestId): Promise<CommandLicenseAnswer> => {
    const { environment, licenseId, command: asked } = input;
    const permission = asked.type === 'delete' ? 'licenses.delete' : 'licenses.write';
    const call = newCall(await consolePerson(request, environment, permission), requestId);
    if (asked.type === 'renew') return renewLicense(call, environment, licenseId, toDate(asked.expiresAt));
    const outcome = await command(call, environment, licenseId, toCommand(asked));
    if (!outcome.ok) return outcome;
    await nudge(call, environment);
    return { ok: true, renewedToId: null };
  },
);

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
  return { type: 'edit', revision: input.revision, changes };
}

function toDate(text: string | null | undefined): Date | null | undefined {
  return typeof text === 'string' ? new Date(text) : text;
}
