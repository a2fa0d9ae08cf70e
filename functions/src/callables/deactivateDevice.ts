import type { DeactivateDeviceAnswer } from '@latchkey/domain/wire/console/deactivateDevice';
import { DeactivateDeviceRequest } from '@latchkey/domain/wire/console/deactivateDevice';
import { removeDevice } from '../operations/removeDevice.ts';
import { newCall } from '../tools.ts';
import { consolePersonOrCustomer } from './caller.ts';
import { door } from './door.ts';

/** Takes a device off its license: for the console, and for the customer whose device it is. */
export const deactivateDevice = door(
  DeactivateDeviceRequest,
  async (input, request, requestId): Promise<DeactivateDeviceAnswer> => {
    const actor = await consolePersonOrCustomer(request, input.environment, 'activations.deactivate');
    const owner = actor.kind === 'customer' ? actor.customerId : null;
    return removeDevice(newCall(actor, requestId), input.environment, input.activationId, owner);
  },
);
