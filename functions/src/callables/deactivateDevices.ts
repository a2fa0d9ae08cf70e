import type { DeactivateDevicesAnswer } from '@latchkey/domain/wire/console/deactivateDevices';
import { DeactivateDevicesRequest } from '@latchkey/domain/wire/console/deactivateDevices';
import { removeDevices } from '../operations/removeDevices.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** Takes the devices that were picked from a list off their licenses, and says of each what came of it. */
export const deactivateDevices = door(
  DeactivateDevicesRequest,
  async ({ environment, activationIds }, request, requestId): Promise<DeactivateDevicesAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'activations.deactivate'), requestId);
    return { ok: true, rows: await removeDevices(call, environment, activationIds) };
  },
);
