import type { Release } from '@latchkey/domain/download/release';
import { useLiveDoc } from '../../firebase/useLiveDoc.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useEnvironment } from '../../session/environment.ts';
import { downloadsPath, productReleasesQuery, readRelease } from './downloadFilter.ts';

/** One release of the current environment, live; nothing while there is no id. */
export function useRelease(id: () => string | null) {
  const environment = useEnvironment();
  return useLiveDoc<Release>(
    () => {
      const wanted = id();
      return wanted === null ? null : `${downloadsPath(environment.current)}/${wanted}`;
    },
    (found, data) => readRelease(environment.current)(found, data),
  );
}

/** The newest releases of a product, live. */
export function useProductReleases(productId: () => string) {
  const environment = useEnvironment();
  return useLiveQuery<Release>(
    () => productReleasesQuery(environment.current, productId()),
    (id, data) => readRelease(environment.current)(id, data),
  );
}
