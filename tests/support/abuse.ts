import type { AbuseCase } from '@latchkey/domain/abuse/case';
import { caseSearch } from '@latchkey/domain/abuse/case';
import { abuseCasePath } from '@latchkey/functions/firestore/collections';
import { emulatorStore } from './emulatorStore.ts';

const HOUR = 60 * 60 * 1000;

/** A case as a rule opens it, ready to be stored. */
export function aCase(
  license: { readonly id: string; readonly key: string },
  devices: readonly string[],
): Omit<AbuseCase, 'id' | 'environment'> {
  const now = new Date();
  const from = new Date(now.getTime() - HOUR);
  const about = { keyHint: license.key.slice(0, 8), productName: 'Acme Editor' };
  return {
    ...about,
    licenseId: license.id,
    productId: 'acme-editor',
    customerId: null,
    rule: 'new-devices',
    status: 'open',
    undecided: true,
    count: 20,
    threshold: 20,
    windowMs: HOUR,
    points: 80,
    score: 80,
    from,
    to: now,
    slices: Array.from({ length: 12 }, (_, index) => ({
      at: new Date(from.getTime() + (index * HOUR) / 12),
      count: index % 4,
    })),
    devices,
    countries: [],
    detectedAt: now,
    updatedAt: now,
    suspendedAt: now,
    reviewer: null,
    decidedAt: null,
    decidedBy: null,
    note: null,
    search: caseSearch(about),
  };
}

/** A case of its own for a test, as a rule would have opened it; written past the rules. */
export async function freshCase(
  license: { readonly id: string; readonly key: string },
  devices: readonly string[],
): Promise<string> {
  const id = `case-${license.id}`;
  const data = aCase(license, devices);
  await emulatorStore().commit([{ kind: 'set', path: abuseCasePath('production', id), data }]);
  return id;
}
