import type { AdminSignInsAnswer } from '@latchkey/domain/wire/console/admins';
import { AdminSignInsRequest } from '@latchkey/domain/wire/console/admins';
import { firebaseAccounts } from '../auth/firebaseAccounts.ts';
import { config } from '../config.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** When people last signed in and whether they have a second factor: asked of the sign-in service itself. */
export const adminSignIns = door(AdminSignInsRequest, async (input, request): Promise<AdminSignInsAnswer> => {
  await consolePerson(request, 'production', 'admins.write');
  const accounts = await firebaseAccounts(config().projectId);
  const people = await accounts.signIns(input.uids);
  return {
    ok: true,
    people: people.map(({ lastSignInAt, ...rest }) => ({
      ...rest,
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
    })),
  };
});
