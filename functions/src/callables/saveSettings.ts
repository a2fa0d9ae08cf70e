import type { Environment } from '@latchkey/domain/environment';
import type { SectionName } from '@latchkey/domain/settings/titles';
import type { SaveSettingsAnswer } from '@latchkey/domain/wire/console/saveSettings';
import { SaveSettingsRequest } from '@latchkey/domain/wire/console/saveSettings';
import type { CallableRequest } from 'firebase-functions/https';
import { saveSettings as save } from '../operations/saveSettings.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';

/** One section of the settings; owners only. */
export const saveSettings = door(
  SaveSettingsRequest,
  async ({ environment, ...asked }, request, requestId): Promise<SaveSettingsAnswer> => {
    const caller = await callerFor(asked.section, request, environment);
    return caller.ok ? save(newCall(caller.actor, requestId), environment, asked) : caller;
  },
);

/** Whoever walks up to an open screen must not be able to switch its guard off. */
async function callerFor(section: SectionName, request: CallableRequest, environment: Environment) {
  if (section === 'security') return freshConsolePerson(request, environment, 'settings.write');
  return { ok: true, actor: await consolePerson(request, environment, 'settings.write') } as const;
}
