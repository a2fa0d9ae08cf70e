import type { SaveSettingsAnswer } from '@latchkey/domain/wire/console/saveSettings';
import { SaveSettingsRequest } from '@latchkey/domain/wire/console/saveSettings';
import { saveSettings as save } from '../operations/saveSettings.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** One section of the settings; owners only. */
export const saveSettings = door(
  SaveSettingsRequest,
  async ({ environment, ...asked }, request, requestId): Promise<SaveSettingsAnswer> => {
    const actor = await consolePerson(request, environment, 'settings.write');
    return save(newCall(actor, requestId), environment, asked);
  },
);
