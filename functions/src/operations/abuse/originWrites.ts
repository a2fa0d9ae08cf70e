import type { AbuseSignal } from '@latchkey/domain/abuse/signal';
import { forgottenAt } from '@latchkey/domain/abuse/signal';
import type { Environment } from '@latchkey/domain/environment';
import { abuseSignalPath } from '../../firestore/collections.ts';
import type { Write } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

/** Where a caller is, in a form that is kept for the license in question only. */
export type OriginOf = (licenseId: string) => {
  readonly network: string;
  readonly country: string | null;
};

/** Remembers where an activation came from, in its own commit; nothing unless the settings say so. */
export async function originWrites(
  call: Call,
  environment: Environment,
  licenseId: string,
  originOf: OriginOf | undefined,
): Promise<Write[]> {
  if (originOf === undefined) return [];
  const { recordOrigins } = await call.settings.read(call.store, environment, 'abuse');
  if (!recordOrigins) return [];
  const data: AbuseSignal = {
    kind: 'origin',
    ...originOf(licenseId),
    licenseId,
    at: call.now,
    forgottenAt: forgottenAt(call.now),
  };
  return [{ kind: 'set', path: abuseSignalPath(environment, call.newId()), data, if: { exists: false } }];
}
