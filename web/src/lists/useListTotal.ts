import { useCount } from '../firebase/useCount.ts';
import type { SearchQuery, Total } from './listPlan.ts';
import { countQuery } from './listQuery.ts';

/** Counts as far as the rules let a browser, up to 500; null = nothing to count. */
export function useListTotal(describe: () => SearchQuery | null): Total {
  const { count, refresh } = useCount(() => {
    const query = describe();
    return query && countQuery(query);
  });
  return { total: count, refresh };
}
