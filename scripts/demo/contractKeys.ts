import type { IdentifierType } from '@latchkey/domain/activation/identifier';
import type { Environment } from '@latchkey/domain/environment';
import type { JsonObject } from '@latchkey/domain/json';
import type { AskedCommand } from '@latchkey/functions/operations/commandLicense';
import { CUSTOMER_A, CUSTOMER_B } from './accounts.ts';
import { commandAt, issueAt } from './console.ts';
import { before, DAY, inParallel } from './past.ts';
import { software } from './software.ts';

interface DemoKey {
  readonly key: string;
  readonly environment?: Environment;
  readonly product?: 'acme-editor' | 'acme-plugin';
  readonly customer?: { email: string; name: string } | null;
  readonly limit: number;
  /** null = Lifetime. */
  readonly expiresAt?: Date | null;
  readonly features?: JsonObject;
  readonly identifierType?: IdentifierType;
  readonly active?: readonly string[];
  readonly deactivated?: readonly string[];
  readonly then?: AskedCommand;
}

function demoKeys(now: Date): readonly DemoKey[] {
  const yesterday = before(now, DAY);
  return [
    { key: 'DEMO-AVAI-LABL-E001', customer: null, limit: 3 },
    { key: 'DEMO-ASSI-GNED-0001', limit: 2 },
    { key: 'DEMO-ACTI-VE00-0001', limit: 3, active: ['HW-DEMO-1'], deactivated: ['HW-DEMO-2'] },
    { key: 'DEMO-FULL-0000-0001', limit: 1, active: ['HW-FULL-1'] },
    { key: 'DEMO-UNLI-MITE-D001', limit: -1, active: ['HW-ANY-1'] },
    {
      key: 'DEMO-INAC-TIVE-0001',
      limit: 3,
      active: ['HW-INACT-1'],
      then: {
        type: 'inactivate',
        publicReason: 'Paused at your request.',
        note: 'Asked by e-mail, back in spring.',
      },
    },
    {
      key: 'DEMO-SUSP-ENDE-D001',
      limit: 3,
      active: ['HW-SUSP-1'],
      then: {
        type: 'suspend',
        publicReason: 'The last payment did not arrive.',
        note: 'Second reminder was sent.',
      },
    },
    { key: 'DEMO-EXPI-RED0-0001', limit: 3, expiresAt: before(now, 12 * DAY), active: ['HW-EXP-1'] },
    { key: 'DEMO-DUE0-0000-0001', limit: 3, expiresAt: yesterday, active: ['HW-DUE-1'] },
    {
      key: 'DEMO-GRAC-E000-0001',
      limit: 3,
      expiresAt: yesterday,
      active: ['HW-GRACE-1'],
      then: { type: 'edit', revision: null, changes: { graceDays: 7 } },
    },
    {
      key: 'DEMO-REVO-KED0-0001',
      limit: 3,
      active: ['HW-REVO-1'],
      then: { type: 'revoke', publicReason: 'The purchase was refunded.', note: 'Chargeback of the bank.' },
    },
    {
      key: 'DEMO-DOMA-IN00-0001',
      product: 'acme-plugin',
      customer: CUSTOMER_B,
      limit: 2,
      identifierType: 'domain',
      active: ['shop.example.com'],
    },
    { key: 'DEMO-STAG-ING0-0001', environment: 'staging', limit: 2 },
    { key: 'DEMO-FEAT-URES-0001', limit: 5, features: { export: true, seats: 25, beta: false } },
  ];
}

const GENERATOR = { 'acme-editor': 'acme-editor-yearly', 'acme-plugin': 'acme-plugin-lifetime' } as const;

/** The licenses of contract.md, made in the order in which such a life happens. */
export async function seedContractKeys(now: Date): Promise<void> {
  await inParallel(demoKeys(now).map((demo, index) => () => live(demo, before(now, (40 + index) * DAY))));
}

async function live(demo: DemoKey, start: Date): Promise<void> {
  const { key, environment = 'production', product = 'acme-editor', customer = CUSTOMER_A } = demo;
  const at = (days: number): Date => new Date(start.getTime() + days * DAY);
  const id = await issueAt(start, {
    key,
    environment,
    productId: product,
    generatorId: GENERATOR[product],
    customer,
    activationLimit: demo.limit,
    expiresAt: demo.expiresAt ?? null,
    ...(demo.features && { features: demo.features }),
  });
  const device = { key, environment, type: demo.identifierType ?? 'hardware' };
  for (const identifier of [...(demo.active ?? []), ...(demo.deactivated ?? [])]) {
    await software({ ...device, identifier, label: labelOf(identifier) }, 'activate', at(1));
    await software({ ...device, identifier }, 'validate', at(20));
  }
  for (const identifier of demo.deactivated ?? [])
    await software({ ...device, identifier }, 'deactivate', at(21));
  if (demo.then) await commandAt(at(22), environment, id, demo.then);
}

/** "Demo device 2" for HW-DEMO-2; a domain is its own best name. */
function labelOf(identifier: string): string {
  const number = /\d$/.exec(identifier)?.[0];
  return number === undefined ? identifier : `Demo device ${number}`;
}
