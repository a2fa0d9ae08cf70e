import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { Accounts } from '@latchkey/functions/operations/accounts';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import { expireDueLicenses } from '@latchkey/functions/operations/expireDueLicenses';
import { bulkStore } from '@latchkey/functions/firestore/connection';
import { firebaseAccounts } from '@latchkey/functions/auth/firebaseAccounts';
import { seedAbuse } from './abuse.ts';
import { seedAccounts } from './accounts.ts';
import { seedApiKeys } from './apiKeys.ts';
import { seedCatalog } from './catalog.ts';
import { seedChain } from './chain.ts';
import { seedContractKeys } from './contractKeys.ts';
import { seedContracts } from './contracts.ts';
import { seedVisits } from './customers.ts';
import { seedDownloads } from './downloads.ts';
import { seedImport } from './imports.ts';
import { seedJobs } from './jobs.ts';
import { seedMail } from './mail.ts';
import { before, callAt, DAY, draft, HOUR, inParallel } from './past.ts';
import { seedSentMail } from './sentMail.ts';
import { seedSettings } from './settings.ts';
import { seedStatistics } from './statistics.ts';
import { seedVolume } from './volume.ts';
import { seedWebhooks } from './webhooks.ts';

/** Firestore's best size for bulk writes. */
const BATCH = 500;

/**
 * Fills a fresh local stack: the accounts and keys that contract.md names, and some hundreds of
 * licenses with months of history. Everything that the product has an operation for is made by that
 * operation, with the clock set back. Emulator hosts and local secrets must be in the environment.
 */
export async function seedDemo({ projectId, now }: { projectId: string; now: Date }): Promise<void> {
  // Invitations of the past are not sent today.
  const accounts = { ...(await firebaseAccounts(projectId)), sendPasswordLink: () => Promise.resolve() };
  await seedCatalog(now);
  await seedSettings();
  await Promise.all([
    seedAccounts(accounts, projectId, now),
    seedContractKeys(now).then(() => seedVolume(now)),
  ]);
  await seedContracts(now);
  await seedApiKeys(now);
  await seedJobs(now);
  await seedImport(now);
  await seedAbuse(now);
  for (const environment of ENVIRONMENTS) await settle(accounts, environment, now);
  await seedVisits(accounts, now);
  await seedDownloads(now);
  await seedStatistics(now);
  await seedWebhooks(now);
  await seedSentMail(now);
  await seedMail();
  await seedChain(now);
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
 * that ended yesterday is still waiting for its sweep. Accounts came into being along the way, too.
 */
async function settle(accounts: Accounts, environment: Environment, now: Date): Promise<void> {
  const never = (): boolean => false;
  const fail = (error: unknown): void => {
    throw error instanceof Error ? error : new Error('outbox work failed');
  };
  for (const then of ticks(now)) {
    const call = callAt(then, { kind: 'clock' });
    await expireDueLicenses(call, environment, never);
    await drainOutbox(call, accounts, environment, never, fail);
  }
  await drainOutbox(callAt(now, { kind: 'clock' }), accounts, environment, never, fail);
}

/** Week by week long ago, day by day in the weeks that the dashboard shows. */
function ticks(now: Date): Date[] {
  const weeks = Array.from({ length: 56 }, (_, index) => (62 - index) * 7);
  const days = Array.from({ length: 42 }, (_, index) => 42 - index);
  return [...weeks, ...days].map((day) => before(now, day * DAY + HOUR));
}
