import type { NoteSignInAnswer } from '@latchkey/domain/wire/console/noteSignIn';
import { NoteSignInRequest } from '@latchkey/domain/wire/console/noteSignIn';
import { noteSignIn as note } from '../operations/customer/noteSignIn.ts';
import { newCall } from '../tools.ts';
import { portalCustomer } from './caller.ts';
import { door } from './door.ts';

/** The portal tells once per sign-in, so that the console knows who came and when. */
export const noteSignIn = door(
  NoteSignInRequest,
  async (_input, request, requestId): Promise<NoteSignInAnswer> => {
    const { actor, signedInAt } = await portalCustomer(request);
    return note(newCall(actor, requestId), actor.customerId, signedInAt);
  },
);
