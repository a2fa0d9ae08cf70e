import type {
  ChoosePreferencesAnswer,
  RenameMyselfAnswer,
  SignOutEverywhereAnswer,
} from '@latchkey/domain/wire/console/ownProfile';
import {
  ChoosePreferencesRequest,
  RenameMyselfRequest,
  SignOutEverywhereRequest,
} from '@latchkey/domain/wire/console/ownProfile';
import { renameMyself as rename, signOutEverywhere as endAll } from '../operations/ownProfile.ts';
import { choosePreferences as choose } from '../operations/ownPreferences.ts';
import { newCall } from '../tools.ts';
import { anyPerson } from './caller.ts';
import { door } from './door.ts';
import { followAccount } from './followAccount.ts';

/** What a person is called from now on. */
export const renameMyself = door(
  RenameMyselfRequest,
  async (input, request, requestId): Promise<RenameMyselfAnswer> => {
    const actor = await anyPerson(request);
    const call = newCall(actor, requestId);
    await followAccount(call, actor.uid, await rename(call, actor.uid, input.name));
    return { ok: true };
  },
);

/** How the person who asks likes to see things, on every browser. */
export const choosePreferences = door(
  ChoosePreferencesRequest,
  async ({ theme, language, timeZone }, request, requestId): Promise<ChoosePreferencesAnswer> => {
    const actor = await anyPerson(request);
    const asked = {
      ...(theme !== undefined && { theme }),
      ...(language !== undefined && { language }),
      ...(timeZone !== undefined && { timeZone }),
    };
    await choose(newCall(actor, requestId), actor.uid, asked);
    return { ok: true };
  },
);

/** Ends every sign-in of the caller at once, this one included. */
export const signOutEverywhere = door(
  SignOutEverywhereRequest,
  async (_input, request, requestId): Promise<SignOutEverywhereAnswer> => {
    const actor = await anyPerson(request);
    const call = newCall(actor, requestId);
    await followAccount(call, actor.uid, await endAll(call, actor.uid));
    return { ok: true };
  },
);
