import type { Environment } from '@latchkey/domain/environment';
import { sameJson } from '@latchkey/domain/json';
import type { License } from '@latchkey/domain/license/license';
import { secretPath } from '../../firestore/collections.ts';
import type { Snapshot, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import type { NamedCustomer } from '../customers.ts';

export interface AskedBatch {
  readonly quantity: number;
  /** Every license is assigned to them at once; null = available. */
  readonly customer: NamedCustomer | null;
  /** Tells this request from every other; asking again issues nothing twice. */
  readonly request: string;
  /** How long it is known as one that was answered: for a day unless told otherwise. */
  readonly kept?: 'day' | 'always';
}

/** What was issued for a request, kept so that asking again issues nothing twice. Readable by no client. */
export interface Batch {
  readonly asked: { readonly quantity: number; readonly email: string | null };
  readonly licenseIds: readonly string[];
  /** From then on the same request is a new one; Firestore removes the record some time after. null = never. */
  readonly forgottenAt: Date | null;
}

export const REQUEST_CONFLICT = {
  ok: false,
  code: 'IDEMPOTENCY_CONFLICT',
  reason: 'This Idempotency-Key came with another request before. Use a new one for a new request.',
} as const;
export type RequestConflict = typeof REQUEST_CONFLICT;

const DAY = 24 * 60 * 60 * 1000;

export function batchPath(call: Call, environment: Environment, contractId: string, request: string): string {
  return secretPath(environment, call.derivedId(`contract batch:${contractId}:${request}`));
}

export function batchWrite(
  call: Call,
  path: string,
  before: Snapshot<unknown> | undefined,
  asked: AskedBatch,
  licenses: readonly License[],
): Write {
  const data: Batch = {
    asked: summary(asked),
    licenseIds: licenses.map(({ id }) => id),
    forgottenAt: asked.kept === 'always' ? null : new Date(call.now.getTime() + DAY),
  };
  return { kind: 'set', path, data, if: before ? unchanged(before) : { exists: false } };
}

/** null = a request that is new. */
export function repeatedBatch(call: Call, before: Snapshot<never> | undefined, asked: AskedBatch) {
  const batch = before?.data as Batch | undefined;
  if (batch === undefined) return null;
  if (batch.forgottenAt !== null && batch.forgottenAt.getTime() <= call.now.getTime()) return null;
  if (sameJson(batch.asked, summary(asked))) return { ok: true, batch } as const;
  return REQUEST_CONFLICT;
}

function summary({ quantity, customer }: AskedBatch): Batch['asked'] {
  return { quantity, email: customer?.email ?? null };
}
