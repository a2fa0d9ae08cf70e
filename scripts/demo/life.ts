import type { IdentifierType } from '@latchkey/domain/activation/identifier';
import type { Environment } from '@latchkey/domain/environment';
import type { LicenseCommand } from '@latchkey/domain/license/commands';
import { licensePath } from '@latchkey/functions/firestore/collections';
import { toLicense } from '@latchkey/functions/firestore/records';
import { commandAt, issueAt } from './console.ts';
import { DAY, demoTools, HOUR } from './past.ts';
import type { DemoPerson } from './people.ts';
import type { DemoDevice } from './software.ts';
import { software } from './software.ts';

/** What happens to one license of the demo, from its making to today. */
export interface Life {
  readonly environment: Environment;
  readonly productId: string;
  readonly generatorId: string;
  readonly identifierType: IdentifierType;
  readonly start: Date;
  readonly customer: DemoPerson | null;
  readonly devices: number;
  readonly serial: number;
  readonly fate: 'inactivate' | 'suspend' | 'revoke' | null;
}

const FATES: Record<NonNullable<Life['fate']>, LicenseCommand> = {
  inactivate: { type: 'inactivate', publicReason: 'Paused while the project rests.', note: null },
  suspend: { type: 'suspend', publicReason: 'The last payment did not arrive.', note: 'Invoice is overdue.' },
  revoke: { type: 'revoke', publicReason: 'The purchase was refunded.', note: null },
};

export async function liveOne(life: Life, now: Date): Promise<void> {
  const { environment, start } = life;
  const id = await issueAt(start, { ...life, customer: life.customer });
  const age = now.getTime() - start.getTime();
  if (life.customer === null || age < 2 * DAY) return;
  for (const device of await devicesOf(life, id)) {
    await software(device, 'activate', new Date(start.getTime() + DAY / 2));
    await software(device, 'validate', lastSeen(life, age));
  }
  // Only what was used can be stopped, and only while it lived.
  if (life.fate !== null && life.devices > 0 && age > 5 * DAY) {
    await commandAt(
      new Date(start.getTime() + Math.min(age * 0.9, 28 * DAY)),
      environment,
      id,
      FATES[life.fate],
    );
  }
}

/** Within the last ten hours, or, where the license stopped before that, while it still worked. */
function lastSeen({ start, serial, generatorId, fate }: Life, age: number): Date {
  const working = fate !== null || generatorId === 'acme-editor-trial' ? 25 * DAY : 360 * DAY;
  return new Date(start.getTime() + Math.min(age - ((serial % 40) + 1) * (HOUR / 4), working));
}

async function devicesOf(life: Life, licenseId: string): Promise<DemoDevice[]> {
  const { environment, identifierType, serial } = life;
  const [snapshot] = await demoTools().store.getAll<never>([licensePath(environment, licenseId)]);
  const key = toLicense(environment)(snapshot)?.record.key ?? '';
  return Array.from({ length: life.devices }, (_, index) => ({
    environment,
    key,
    type: identifierType,
    identifier: identifierType === 'domain' ? `shop-${serial}-${index}.example` : hardwareId(serial, index),
    label: LABELS[(serial + index) % LABELS.length] ?? 'Laptop',
  }));
}

const LABELS = ['Laptop', 'Office desktop', 'Build server', 'MacBook Pro', 'Studio PC'];

function hardwareId(serial: number, index: number): string {
  const hex = (serial * 2_654_435_761 + index * 40_503 + 0x1a2b3c).toString(16).padStart(12, '0').slice(-12);
  return `HW-${hex.toUpperCase()}`;
}
