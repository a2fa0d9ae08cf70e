import type { IdentifierType } from '@latchkey/domain/activation/identifier';
import { normaliseIdentifier } from '@latchkey/domain/activation/identifier';
import type { Environment } from '@latchkey/domain/environment';
import { foldKey } from '@latchkey/domain/key/fold';
import type { CheckAction, Question } from '@latchkey/domain/license/validation';
import { activateDevice } from '@latchkey/functions/operations/activateDevice';
import { deactivateDevice } from '@latchkey/functions/operations/deactivateDevice';
import { validateLicense } from '@latchkey/functions/operations/validateLicense';
import { callAt, demoTools } from './past.ts';

export interface DemoDevice {
  readonly environment: Environment;
  readonly key: string;
  readonly type: IdentifierType;
  readonly identifier: string;
  readonly label?: string;
}

/** What shipped software did at a moment in the past, through the operations behind the API. */
export async function software(device: DemoDevice, action: CheckAction, at: Date): Promise<void> {
  const value = normaliseIdentifier(device.type, device.identifier);
  if (value === null) throw new Error('a demo device has an identifier without a normal form');
  const { environment, key } = device;
  const identifier = { type: device.type, value };
  const wanted = { environment, key, keyHash: demoTools().keyHash(foldKey(key)), identifier };
  const question: Question = { action, product: null, identifierType: device.type, identifier, features: [] };
  const call = callAt(at, { kind: 'software' });
  const { code } = await run();
  if (!EXPECTED[action].includes(code)) throw new Error(`demo ${action} was answered ${code}`);

  function run() {
    switch (action) {
      case 'validate':
        return validateLicense(call, wanted, question);
      case 'activate':
        return activateDevice(call, wanted, question, { label: device.label ?? null, appVersion: null });
      case 'deactivate':
        return deactivateDevice(call, wanted, question);
    }
  }
}

const EXPECTED: Record<CheckAction, readonly string[]> = {
  validate: ['VALID'],
  activate: ['ACTIVATED'],
  deactivate: ['DEACTIVATED'],
};
