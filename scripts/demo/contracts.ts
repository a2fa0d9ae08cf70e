import { commandContract } from '@latchkey/functions/operations/contract/commandContract';
import { contractKey } from '@latchkey/functions/operations/contract/contractKey';
import { createContract } from '@latchkey/functions/operations/contract/createContract';
import { issueFromContract } from '@latchkey/functions/operations/contract/issueFromContract';
import type { ContractFacts, ContractType } from '@latchkey/domain/contract/contract';
import { before, callAt, DAY, DEMO_ADMIN } from './past.ts';

interface DemoContract {
  readonly name: string;
  readonly type: ContractType;
  readonly quota: number;
  /** Licenses of each month, the oldest first. */
  readonly months: readonly number[];
  readonly inactive?: true;
}

const CONTRACTS: readonly DemoContract[] = [
  { name: 'Northwind resale', type: 'reseller', quota: 250, months: [12, 18, 9, 21] },
  { name: 'Globex site license', type: 'enterprise', quota: 40, months: [25, 15] },
  { name: 'Initech trial pool', type: 'pool', quota: 100, months: [4], inactive: true },
];
const FACTS: Omit<ContractFacts, 'name' | 'quota'> = {
  generatorId: 'acme-editor-yearly',
  activationLimit: null,
  features: null,
  expiresAt: null,
  rates: { perMinute: 10, perHour: 100, perDay: 500 },
};

/** Partners at work, used up and paused, each with months of issuing behind it. */
export async function seedContracts(now: Date): Promise<void> {
  for (const { name, type, quota, months, inactive } of CONTRACTS) {
    const first = before(now, (months.length + 1) * 30 * DAY);
    const admin = callAt(first, DEMO_ADMIN);
    const placed = { type, productId: 'acme-editor' };
    const made = await createContract(admin, 'production', placed, { ...FACTS, name, quota });
    if (!made.ok) throw new Error(`demo contract was refused: ${made.code}`);
    const { contractId } = made;
    await contractKey(admin, 'production', contractId, 'rotate');
    for (const [month, quantity] of months.entries()) {
      const at = before(now, (months.length - month) * 30 * DAY);
      const partner = callAt(at, { kind: 'contract', contractId });
      const asked = { quantity, customer: null, request: `demo-${month}` };
      const issued = await issueFromContract(partner, 'production', contractId, asked);
      if (!issued.ok) throw new Error(`demo licenses were refused: ${issued.code}`);
    }
    if (inactive) await commandContract(admin, 'production', contractId, { type: 'inactivate' });
  }
}
