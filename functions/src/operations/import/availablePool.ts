import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { envPath, licensePath } from '../../firestore/collections.ts';
import type { CountQuery, Query } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

const AT_ONCE = 100;

/** Available licenses of products, each handed out once, the oldest first; another import may still be faster. */
export interface AvailablePool {
  /** null = there are no more. */
  take(productId: string): Promise<string | null>;
}

type Candidate = Pick<License, 'createdAt' | 'expiresAt'>;

export function availablePool(call: Call, environment: Environment): AvailablePool {
  const lines = new Map<string, { queue: string[]; after: readonly unknown[] | null; ended: boolean }>();
  // Those who ask at once wait for each other, so that a page of licenses is read once.
  let turn: Promise<unknown> = Promise.resolve();

  async function next(productId: string): Promise<string | null> {
    const line = lines.get(productId) ?? { queue: [], after: null, ended: false };
    lines.set(productId, line);
    while (line.queue.length === 0 && !line.ended) {
      const found = await call.store.query<Candidate>(availableQuery(environment, productId, line.after));
      const last = found.at(-1);
      line.ended = found.length < AT_ONCE || !last?.data;
      if (last?.data) line.after = [last.data.createdAt, licensePath(environment, last.id)];
      line.queue.push(...found.flatMap(({ id, data }) => (data && canStart(data, call.now) ? [id] : [])));
    }
    return line.queue.shift() ?? null;
  }

  return {
    take(productId) {
      const mine = turn.then(() => next(productId));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** How many there are, those whose fixed date has passed included. */
export function countAvailable(
  { store }: Call,
  environment: Environment,
  productId: string,
): Promise<number> {
  return store.count(ofProduct(environment, productId));
}

export function availableQuery(
  environment: Environment,
  productId: string,
  after: readonly unknown[] | null,
): Query {
  return {
    ...ofProduct(environment, productId),
    orderBy: [
      ['createdAt', 'asc'],
      ['__name__', 'asc'],
    ],
    limit: AT_ONCE,
    select: ['createdAt', 'expiresAt'],
    ...(after !== null && { startAfter: after }),
  };
}

function ofProduct(environment: Environment, productId: string): CountQuery {
  return {
    parent: envPath(environment),
    collection: 'licenses',
    where: [
      ['status', '==', 'available'],
      ['productId', '==', productId],
    ],
  };
}

/** An available license past a fixed date cannot be assigned until the date is edited. */
function canStart({ expiresAt }: Candidate, now: Date): boolean {
  return expiresAt === null || expiresAt.getTime() > now.getTime();
}
