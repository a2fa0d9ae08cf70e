import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Call } from '../context.ts';

const PAGE = 200;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes the records of mails that are older than the settings want them kept. */
export async function forgetOldMails(
  call: Call,
  environment: Environment,
  until: () => boolean,
): Promise<{ readonly forgotten: number }> {
  const { keepDays } = await call.settings.read(call.store, environment, 'mail');
  const before = new Date(call.now.getTime() - keepDays * DAY_MS);
  let forgotten = 0;
  while (!until()) {
    const found = await call.store.query<object>({
      parent: envPath(environment),
      collection: 'mails',
      where: [['createdAt', '<', before]],
      orderBy: [['createdAt', 'asc']],
      limit: PAGE,
      select: ['createdAt'],
    });
    await call.store.commit(found.map(({ path }) => ({ kind: 'delete', path })));
    forgotten += found.length;
    if (found.length < PAGE) break;
  }
  return { forgotten };
}
