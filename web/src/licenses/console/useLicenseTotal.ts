import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type { Environment } from '@latchkey/domain/environment';
import type { CountLicensesAnswer, CountLicensesRequest } from '@latchkey/domain/wire/console/countLicenses';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import type { Total } from '../../lists/listPlan.ts';
import { COUNT_LIMIT } from '../../lists/listQuery.ts';
import { useListTotal } from '../../lists/useListTotal.ts';
import { createdSince, type LicenseFilter } from './licenseFilter.ts';
import { licensesQuery } from './licenseQuery.ts';

const countOnServer = callable<CountLicensesRequest, CountLicensesAnswer>('countLicenses');

/**
 * How many licenses a filter leaves; null while it is not known. The browser counts as far as the rules
 * let it, which is one cheap query; only where that ends does it ask the server for the exact figure.
 */
export function useLicenseTotal(
  describe: () => { environment: Environment; filter: LicenseFilter; now: Date } | null,
): Total {
  const near = useListTotal(() => {
    const asked = describe();
    return asked && licensesQuery(asked.environment, asked.filter, asked.now);
  });
  const far = shallowRef<number | null>(null);
  let round = 0;

  async function ask(): Promise<void> {
    const asked = describe();
    const mine = ++round;
    if (asked === null || near.total.value === null || near.total.value < COUNT_LIMIT) return;
    const request = countRequest(asked.environment, asked.filter, asked.now);
    try {
      const { count } = accepted(await countOnServer(request));
      if (mine === round) far.value = count;
    } catch {
      // "More than 499" is true as well, and what stands there until the next count.
      if (mine === round) far.value = null;
    }
  }

  const what = (): string => {
    const asked = describe();
    return JSON.stringify(asked && countRequest(asked.environment, asked.filter, asked.now));
  };
  // An exact figure of other filters must not stand beside these.
  watch(what, () => (far.value = null));
  watch([near.total, what], () => void ask());
  onScopeDispose(() => (round += 1));
  const total = computed(() => {
    const counted = near.total.value;
    return counted !== null && counted >= COUNT_LIMIT ? (far.value ?? counted) : counted;
  });
  return { total, refresh: near.refresh };
}

/** The count of a filter, as the server is asked for it. */
export function countRequest(
  environment: Environment,
  filter: LicenseFilter,
  now: Date,
): CountLicensesRequest {
  const { status, productId } = filter;
  const since = createdSince(filter, now);
  return {
    environment,
    ...(status !== null && { status }),
    ...(productId !== null && { productId }),
    ...(since !== null && { createdSince: since.toISOString() }),
  };
}
