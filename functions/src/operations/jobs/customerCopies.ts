import type { CustomerCopiesWork } from '@latchkey/domain/job/customerWork';
import { carryCustomer } from './carryCustomer.ts';
import type { Owned } from './customerRecords.ts';
import { countOwned, nextOwned } from './customerRecords.ts';
import type { JobKindRunner } from './kind.ts';

const PAGE = 100;

/** One page: licenses, or afterwards devices, by their ids. */
interface CopiesPage {
  readonly of: Owned;
  readonly ids: readonly string[];
}

/**
 * Carries a customer's name, or their end, into their licenses and devices. Each page goes by the customer as
 * they are then, so two such jobs at once end in the same.
 */
export function customerCopies({ customerId, deletedAt }: CustomerCopiesWork): JobKindRunner {
  return {
    async begin({ call, job }) {
      const [licenses, devices] = await Promise.all([
        countOwned(call.store, job.environment, 'licenses', customerId),
        countOwned(call.store, job.environment, 'activations', customerId),
      ]);
      return { ok: true, total: licenses + devices };
    },

    async nextPage({ call, job }, cursor) {
      const [of, after] = placeOf(cursor);
      const ids = await nextOwned(call.store, job.environment, of, customerId, after, PAGE);
      if (of === 'licenses' && ids.length === 0) {
        const devices = await nextOwned(call.store, job.environment, 'activations', customerId, '', PAGE);
        return { ok: true, ...pageOf('activations', devices, '') };
      }
      return { ok: true, ...pageOf(of, ids, after) };
    },

    carryOut(step, input) {
      const { of, ids } = input as CopiesPage;
      return carryCustomer(step, { customerId, deletedAt }, of, ids);
    },

    sizeOf: (input) => (input as CopiesPage).ids.length,
  };
}

/** A cursor names the collection and the id after which the page begins. */
function placeOf(cursor: string | null): [of: Owned, after: string] {
  if (cursor === null) return ['licenses', ''];
  const at = cursor.indexOf(':');
  return [cursor.slice(0, at) === 'activations' ? 'activations' : 'licenses', cursor.slice(at + 1)];
}

function pageOf(of: Owned, ids: readonly string[], after: string) {
  const input: CopiesPage | null = ids.length === 0 ? null : { of, ids };
  const last = of === 'activations' && ids.length < PAGE;
  return { input, cursor: `${of}:${ids.at(-1) ?? after}`, last };
}
