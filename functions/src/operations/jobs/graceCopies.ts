import type { JobRow } from '@latchkey/domain/job/job';
import { followGrace } from '@latchkey/domain/license/followGrace';
import { licensePath, settingsPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { toLicense } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';
import { updateLicense } from '../../firestore/writes.ts';
import { graceDays } from '../standing.ts';
import { atOnce } from './atOnce.ts';
import type { JobKindRunner, JobStep } from './kind.ts';
import { licensesOfAll } from './productLicenses.ts';
import { countLicensesSelected, nextLicenses } from './selectLicenses.ts';

const PAGE = 200;
/** Records of one commit. A license that somebody is at makes only its own few wait. */
const COMMIT = 20;
const PARALLEL = 4;

interface GracePage {
  readonly ids: readonly string[];
}

/**
 * The effective expiry is stored with each license, where lists and sweep look for it, so a change of the grace
 * in the settings has to reach those that follow it. Each commit holds only while the settings are what was
 * read: of two changes the later one stays.
 */
export function graceCopies(): JobKindRunner {
  return {
    async begin({ call, job }) {
      return { ok: true, total: await countLicensesSelected(call.store, licensesOfAll(job)) };
    },
    async nextPage({ call, job }, cursor) {
      const page = await nextLicenses(call.store, licensesOfAll(job), cursor, PAGE);
      const input: GracePage | null = page.ids.length === 0 ? null : { ids: page.ids };
      return { ok: true, input, cursor: page.cursor, last: page.cursor === null };
    },
    carryOut: (step, input) => carryGrace(step, (input as GracePage).ids),
    sizeOf: (input) => (input as GracePage).ids.length,
  };
}

async function carryGrace({ call, job }: JobStep, ids: readonly string[]): Promise<JobRow[]> {
  const { environment } = job;
  const parts = Array.from({ length: Math.ceil(ids.length / COMMIT) }, (_, index) =>
    ids.slice(index * COMMIT, (index + 1) * COMMIT).map((id) => licensePath(environment, id)),
  );
  const settingsAt = settingsPath(environment, 'license');
  const rows = await atOnce(parts, PARALLEL, (part) =>
    withRetry(part[0] ?? '', async () => {
      const [settings, ...others] = await call.store.getAll<never>([settingsAt, ...part]);
      const days = graceDays(settings);
      const licenses = others.flatMap((snapshot) => toLicense(environment)(snapshot) ?? []);
      const writes = licenses.flatMap((license): Write[] => {
        const after = followGrace(license.record, days, call.now);
        return after === null ? [] : [updateLicense(license, after)];
      });
      const guard: Write[] = settings ? [{ kind: 'check', path: settingsAt, if: unchanged(settings) }] : [];
      if (writes.length > 0) await call.store.commit([...guard, ...writes]);
      return licenses.map(({ record }) => record);
    }),
  );
  return rows.flat().map(({ id, keyHint }) => {
    return { licenseId: id, keyHint, outcome: 'done', code: null, sentence: null };
  });
}
