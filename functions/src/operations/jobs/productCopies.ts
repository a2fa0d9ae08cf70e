import type { ProductCopiesWork } from '@latchkey/domain/job/catalogWork';
import type { JobRow } from '@latchkey/domain/job/job';
import { countLicensesSelected, nextLicenses } from './selectLicenses.ts';
import type { JobKindRunner, JobStep } from './kind.ts';
import { carryToDevices, carryToLicenses, countDevices, nextDevices } from './carryProduct.ts';
import { licensesOfProduct } from './productLicenses.ts';

const PAGE = 200;
/** Begins the cursor of a page of devices; licenses come first. */
const DEVICES = 'devices:';

/** One page: licenses, or afterwards devices, by their ids. */
export interface CopiesPage {
  readonly of: 'licenses' | 'devices';
  readonly ids: readonly string[];
}

/**
 * Brings what licenses and devices copy of their product up to date. Each page goes by the product as it is
 * then, so two such jobs at once end in the same.
 */
export function productCopies({ productId }: ProductCopiesWork): JobKindRunner {
  return {
    async begin({ call, job }) {
      const [licenses, devices] = await Promise.all([
        countLicensesSelected(call.store, licensesOfProduct(job, productId)),
        countDevices(call.store, job.environment, productId),
      ]);
      return { ok: true, total: licenses + devices };
    },

    async nextPage(step, cursor) {
      return { ok: true, ...(await nextIds(step, productId, cursor)) };
    },

    carryOut(step, input): Promise<readonly JobRow[]> {
      const { of, ids } = input as CopiesPage;
      return of === 'licenses' ? carryToLicenses(step, productId, ids) : carryToDevices(step, productId, ids);
    },

    sizeOf: (input) => (input as CopiesPage).ids.length,
  };
}

async function nextIds({ call, job }: JobStep, productId: string, cursor: string | null) {
  if (!cursor?.startsWith(DEVICES)) {
    const selected = licensesOfProduct(job, productId);
    const { ids, cursor: next } = await nextLicenses(call.store, selected, cursor, PAGE);
    if (ids.length > 0) {
      const input: CopiesPage = { of: 'licenses', ids };
      return { input, cursor: next ?? DEVICES, last: false };
    }
  }
  const after = cursor?.startsWith(DEVICES) ? cursor.slice(DEVICES.length) : '';
  const { ids, more } = await nextDevices(call.store, job.environment, productId, after, PAGE);
  const input: CopiesPage | null = ids.length === 0 ? null : { of: 'devices', ids };
  return { input, cursor: `${DEVICES}${ids.at(-1) ?? after}`, last: !more };
}
