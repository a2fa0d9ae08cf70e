import type { Environment } from '@latchkey/domain/environment';
import { foldKey } from '@latchkey/domain/key/fold';
import type { CheckAction, Question } from '@latchkey/domain/license/validation';
import type { Wanted } from '@latchkey/functions/operations/findLicense';
import type { World } from './world.ts';

/** A question of shipped software in the form in which operations take it; null names no device. */
export function questionOf(
  world: World,
  action: CheckAction,
  key: string,
  hardware: string | null,
  environment: Environment = 'production',
): { wanted: Wanted; question: Question } {
  const identifier = hardware === null ? null : { type: 'hardware' as const, value: hardware };
  return {
    wanted: { environment, key, keyHash: world.tools.keyHash(foldKey(key)), identifier },
    question: { action, product: null, identifierType: 'hardware', identifier, features: [] },
  };
}
