import { CHANNELS, RELEASE_STATES } from '@latchkey/domain/download/release';
import {
  DOWNLOAD_SORT_KEYS,
  downloadListQuery,
  downloadSearchQuery,
  productReleasesQuery,
} from '../../../web/src/downloads/console/downloadFilter.ts';
import type { QueryDescription } from '../../../web/src/firebase/description.ts';
import type { ListQuery, SearchQuery } from '../../../web/src/lists/listPlan.ts';

const ENV = 'production';

/** The releases by every filter in every order, and by a text. */
export function downloadLists(): { query: ListQuery; search: SearchQuery | null }[] {
  return [null, 'acme-editor'].flatMap((product) =>
    [null, CHANNELS[0]].flatMap((channel) =>
      [null, RELEASE_STATES[0]].flatMap((state) =>
        DOWNLOAD_SORT_KEYS.flatMap((key) =>
          (['asc', 'desc'] as const).map((direction) => {
            const filter = { search: 'ab', product, channel, state, sort: { key, direction } };
            return { query: downloadListQuery(ENV, filter), search: downloadSearchQuery(ENV, filter) };
          }),
        ),
      ),
    ),
  );
}

/** What other pages ask of releases. */
export function downloadPageQueries(): QueryDescription[] {
  return [productReleasesQuery(ENV, 'acme-editor')];
}
