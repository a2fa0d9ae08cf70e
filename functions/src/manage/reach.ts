import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import type { Filter } from '../firestore/store.ts';
import { ManageRefusal } from './refusal.ts';

/** Whether the key's products hold this one. */
export function reaches({ productIds }: Pick<ApiKey, 'productIds'>, productId: string): boolean {
  return productIds === null || productIds.includes(productId);
}

/** @throws ManageRefusal 403 where the request names a product that is not the key's */
export function within(apiKey: Pick<ApiKey, 'productIds'>, productId: string): void {
  if (reaches(apiKey, productId)) return;
  throw new ManageRefusal('OUT_OF_SCOPE', 'This key is limited to other products than this one.');
}

/** What narrows a list to the product that is asked for, or else to the key's. */
export function productFilter(apiKey: Pick<ApiKey, 'productIds'>, productId: string | undefined): Filter[] {
  if (productId !== undefined) {
    within(apiKey, productId);
    return [['productId', '==', productId]];
  }
  const { productIds } = apiKey;
  return productIds === null ? [] : [['productId', 'in', productIds]];
}
