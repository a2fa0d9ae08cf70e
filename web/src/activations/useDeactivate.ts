import type { Activation } from '@latchkey/domain/activation/activation';
import type {
  DeactivateDeviceAnswer,
  DeactivateDeviceRequest,
} from '@latchkey/domain/wire/console/deactivateDevice';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';

const send = callable<DeactivateDeviceRequest, DeactivateDeviceAnswer>('deactivateDevice');

/**
 * Takes a device off its license; the slot is free at once.
 * @throws ProblemError with the refusal's or the failure's sentence and code
 */
export async function deactivateDevice(device: Pick<Activation, 'id' | 'environment'>): Promise<void> {
  accepted(await send({ environment: device.environment, activationId: device.id }));
}
