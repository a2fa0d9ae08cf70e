import type { Environment } from '@latchkey/domain/environment';
import type { RetentionDays } from '@latchkey/domain/settings/retention';
import { keptSince } from '@latchkey/domain/settings/retention';
import type { RetentionPreviewRow } from '@latchkey/domain/wire/console/retention';
import { envPath } from '../../firestore/collections.ts';
import type { Call } from '../context.ts';
import { RETENTION_ROWS } from './rows.ts';

/** What a run at this moment would delete if so much were kept: counted by the run's own queries, nothing is read. */
export function previewRetention(
  call: Call,
  environment: Environment,
  kept: RetentionDays,
): Promise<RetentionPreviewRow[]> {
  return Promise.all(
    RETENTION_ROWS.map(async ({ name, count }) => {
      const before = keptSince(kept, name, call.now);
      if (before === null) return { name, before: null, count: 0 };
      const goes = await count(call.store, envPath(environment), before);
      return { name, before: before.toISOString(), count: goes };
    }),
  );
}
