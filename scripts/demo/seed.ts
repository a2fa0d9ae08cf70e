import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { Accounts } from '@latchkey/functions/operations/accounts';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { expireDueLicenses } from '@latchkey/functions/operations/expireDueLicenses';
import { bulkStore } from '@latchkey/functions/firestore/connection';
import { firebaseAccounts } from '@latchkey/functions/auth/firebaseAccounts';
import { seedAccounts } from './accounts.ts';
import { seedCatalog } from './catalog.ts';
import { seedContractKeys } from './contractKeys.ts';
import { seedJobs } from './jobs.ts';
import { before, callAt, DAY, draft, HOUR, inParallel } from './past.ts';
import { seedSettings } from './settings.ts';
import { seedStatistics } from './statistics.ts';
import { seedVolume } from './volume.ts';

/** Firestore's best size for bulk writes. */
const BATCH = 500;

/**
 * Fills a fresh local stack: the accounts and keys that contract.md names, and some hundreds of
 * licenses with months of history. Everything that the product has an operation for is made by that
 * operation, with the clock set back. Emulator hosts and local secrets must be in the environment.
 */
export async function seedDemo({ projectId, now }: { projectId: string; now: Date }): Promise<void> {
  const accounts = await firebaseAccounts(projectId);
  await seedCatalog(now);
  await seedSettings();
  await Promise.all([
    seedAccounts(accounts, projectId, now),
    seedContractKeys(now).then(() => seedVolume(now)),
  ]);
  await seedJobs(now);
  for (const environment of ENVIRONMENTS) await settle(accounts, environment, now);
  await seedStatistics(now);
  await writeDraft();
}

/** Patient, unlike a door: an emulator that is still warming up may need its time. */
async function writeDraft(): Promise<void> {
  const store = bulkStore();
  const documents = draft.documents();
  const batches = Array.from({ length: Math.ceil(documents.length / BATCH) }, (_, index) =>
    documents.slice(index * BATCH, (index + 1) * BATCH),
  );
  await inParallel(
    batches.map((batch) => () => store.commit(batch)),
    4,
  );
}

/**
 * As if the clock had ticked until 25 hours ago: what was due by then is expired, while a license
 * that ended yesterday is still waiting for its sweep.
 */
async function settle(accounts: Accounts, environment: Environment, now: Date): Promise<void> {
  const never = (): boolean => false;
  await expireDueLicenses(callAt(before(now, 25 * HOUR), { kind: 'clock' }), environment, never);
  const fail = (error: unknown): void => {
    throw error instanceof Error ? error : new Error('outbox work failed');
  };
  // Week by week, as it would have been done: not every account came into being on the day of the demo.
  for (let week = 62; week >= 0; week--) {
    const then = before(now, week * 7 * DAY);
    await drainOutbox(callAt(then, { kind: 'clock' }), accounts, environment, never, fail);
  }
}
