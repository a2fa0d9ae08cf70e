import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** What a customer owns. */
export type Owned = 'licenses' | 'activations';

export async function countOwned(
  store: Store,
  environment: Environment,
  of: Owned,
  customerId: string,
): Promise<number> {
  const parent = envPath(environment);
  switch (of) {
    case 'licenses':
      return store.count({ parent, collection: 'licenses', where: [['customerId', '==', customerId]] });
    case 'activations':
      return store.count({ parent, collection: 'activations', where: [['customerId', '==', customerId]] });
  }
}

/** A customer's records by their ids, which never change. */
export async function nextOwned(
  store: Store,
  environment: Environment,
  of: Owned,
  customerId: string,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const parent = envPath(environment);
  const page = { limit, select: [], ...(after !== '' && { startAfter: [`${parent}/${of}/${after}`] }) };
  const found = await asked(of);
  return found.map(({ id }) => id);

  function asked(which: Owned) {
    switch (which) {
      case 'licenses':
        return store.query<object>({
          parent,
          collection: 'licenses',
          where: [['customerId', '==', customerId]],
          orderBy: [['__name__', 'asc']],
          ...page,
        });
      case 'activations':
        return store.query<object>({
          parent,
          collection: 'activations',
          where: [['customerId', '==', customerId]],
          orderBy: [['__name__', 'asc']],
          ...page,
        });
    }
  }
}
