import type { Environment } from '@latchkey/domain/environment';
import type { PasswordChange } from '@latchkey/domain/settings/save';
import type { SectionName } from '@latchkey/domain/settings/titles';
import type { SaveSettingsAnswer } from '@latchkey/domain/wire/console/saveSettings';
import { SaveSettingsRequest } from '@latchkey/domain/wire/console/saveSettings';
import type { CallableRequest } from 'firebase-functions/https';
import { saveSettings as save } from '../operations/saveSettings.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';

/** One section of the settings; owners only. */
export const saveSettings = door(
  SaveSettingsRequest,
  async ({ environment, password, ...asked }, request, requestId): Promise<SaveSettingsAnswer> => {
    const caller = await callerFor(asked.section, request, environment);
    if (!caller.ok) return caller;
    const change = { ...asked, password: toChange(password) };
    const saved = await save(newCall(caller.actor, requestId), environment, change);
    if (!saved.ok) return saved;
    if (saved.jobId !== null) await enqueueJob({ environment, jobId: saved.jobId });
    return { ok: true, revision: saved.revision };
  },
);

/** Whoever walks up to an open screen must not switch its guard off, or lead mail elsewhere. */
async function callerFor(section: SectionName, request: CallableRequest, environment: Environment) {
  if (section === 'security' || section === 'mail')
    return freshConsolePerson(request, environment, 'settings.write');
  return { ok: true, actor: await consolePerson(request, environment, 'settings.write') } as const;
}

function toChange(password: string | null | undefined): PasswordChange {
  if (password === undefined) return { type: 'keep' };
  return password === null ? { type: 'remove' } : { type: 'set', password };
}
