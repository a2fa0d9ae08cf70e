import { inject } from 'vue';
import type { QueryDescription, RawDoc } from './description.ts';
import { liveSourceKey, loadFirestore } from './live.ts';

export type ReadPage = (query: QueryDescription) => Promise<readonly RawDoc[]>;

/** For walks over many pages, which nobody watches: each page is read once. Fails as the services do. */
export function usePageReader(): ReadPage {
  const loadSource = inject(liveSourceKey, () => loadFirestore, true);
  return async (query) => (await loadSource()).readPage(query);
}
