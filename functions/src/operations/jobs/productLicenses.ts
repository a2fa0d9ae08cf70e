import type { Job } from '@latchkey/domain/job/job';
import type { Selected } from './selectLicenses.ts';

/** No clock of an instance is further ahead than this. */
const SKEW_MS = 10 * 60_000;

/**
 * Every license of a product. Those that were being made when the job was started belong to it, even where
 * they bear the time of an instance whose clock is ahead.
 */
export function licensesOfProduct(job: Job, productId: string): Selected {
  return licensesUpTo(job, productId);
}

/** The same for every license of the environment. */
export function licensesOfAll(job: Job): Selected {
  return licensesUpTo(job, null);
}

function licensesUpTo(job: Job, productId: string | null): Selected {
  return {
    environment: job.environment,
    filter: { search: null, status: null, productId, createdSince: null },
    startedAt: new Date(job.createdAt.getTime() + SKEW_MS),
  };
}
