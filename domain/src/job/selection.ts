import type { License } from '../license/license.ts';
import { matchesSearch } from '../search/tokens.ts';
import type { SelectedLicenses } from './work.ts';

type Filtered = Pick<
  License,
  'status' | 'productId' | 'createdAt' | 'key' | 'customerEmail' | 'customerName' | 'productName'
>;

/**
 * Whether a license is what a filter means: asked again for each row just before it is touched, as a page
 * may have waited. What came into being after the job was started was never meant.
 * @param filter with the whole of its search text
 */
export function isSelected(license: Filtered, filter: SelectedLicenses, startedAt: Date): boolean {
  const { status, productId, createdSince, search } = filter;
  if (status !== null && license.status !== status) return false;
  if (productId !== null && license.productId !== productId) return false;
  return wasMeant(license, createdSince, startedAt) && (search === null || matchesSearch(license, search));
}

function wasMeant({ createdAt }: Pick<License, 'createdAt'>, since: Date | null, startedAt: Date): boolean {
  return (
    createdAt.getTime() <= startedAt.getTime() && (since === null || createdAt.getTime() >= since.getTime())
  );
}
