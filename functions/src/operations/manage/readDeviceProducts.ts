import type { Activation } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import { activationPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** The product of each device, in their order; null = there is no such device. */
export async function readDeviceProducts(
  store: Store,
  environment: Environment,
  ids: readonly string[],
): Promise<(string | null)[]> {
  const paths = ids.map((id) => activationPath(environment, id));
  const found = await store.getAll<Pick<Activation, 'productId'>>(paths, ['productId']);
  return found.map(({ data }) => data?.productId ?? null);
}
