import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** Events come and are linked while they are counted. */
const ATTEMPTS = 5;

export interface EventCounts {
  /** Events that wait to be linked; normal for a minute. */
  readonly waiting: number;
  /** When the oldest of them happened; null = none waits. */
  readonly waitingSince: Date | null;
  /** Events that are neither linked nor wait: nobody of ours writes such. */
  readonly strays: number;
}

/** What an environment's audit holds besides its chain. */
export async function countEvents(store: Store, environment: Environment): Promise<EventCounts> {
  const parent = envPath(environment);
  let counted: EventCounts = { waiting: 0, waitingSince: null, strays: 0 };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [all, linked, waiting, [oldest]] = await Promise.all([
      store.count({ parent, collection: 'audit' }),
      store.count({ parent, collection: 'audit', where: [['link.number', '>', 0]] }),
      store.count({ parent, collection: 'audit', where: [['unlinked', '==', true]] }),
      store.query<{ at: Date }>({
        parent,
        collection: 'audit',
        where: [['unlinked', '==', true]],
        orderBy: [['at', 'asc']],
        limit: 1,
        select: ['at'],
      }),
    ]);
    counted = { waiting, waitingSince: oldest?.data?.at ?? null, strays: all - linked - waiting };
    if (counted.strays === 0) break;
  }
  return counted;
}
