import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import type { Environment } from '@latchkey/domain/environment';
import type { CountLicensesAnswer, CountLicensesRequest } from '@latchkey/domain/wire/console/countLicenses';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { useCount } from '../../firebase/useCount.ts';
import type { LicenseFilter } from './licenseFilter.ts';
import { COUNT_LIMIT, licenseCountQuery } from './licenseQuery.ts';

const countOnServer = callable<CountLicensesRequest, CountLicensesAnswer>('countLicenses');

/**
 * How many licenses a filter leaves; null while it is not known. The browser counts as far as the rules
 * let it, which is one cheap query; only where that ends does it ask the server for the exact figure.
 */
export function useLicenseTotal(describe: () => { environment: Environment; filter: LicenseFilter } | null): {
  total: ComputedRef<number | null>;
  refresh: () => void;
} {
  const near = useCount(() => {
    const asked = describe();
    return asked && licenseCountQuery(asked.environment, asked.filter);
  });
  const far = shallowRef<number | null>(null);
  let round = 0;

  async function ask(): Promise<void> {
    const asked = describe();
    const mine = ++round;
    if (asked === null || near.count.value === null || near.count.value < COUNT_LIMIT) return;
    const { status, productId } = asked.filter;
    const request: CountLicensesRequest = {
      environment: asked.environment,
      ...(status !== null && { status }),
      ...(productId !== null && { productId }),
    };
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
    return JSON.stringify(asked && [asked.environment, asked.filter.status, asked.filter.productId]);
  };
  // An exact figure of other filters must not stand beside these.
  watch(what, () => (far.value = null));
  watch([near.count, what], () => void ask());
  onScopeDispose(() => (round += 1));
  const total = computed(() => {
    const counted = near.count.value;
    return counted !== null && counted >= COUNT_LIMIT ? (far.value ?? counted) : counted;
  });
  return { total, refresh: near.refresh };
}
