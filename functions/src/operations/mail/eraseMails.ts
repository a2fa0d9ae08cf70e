import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { envPath, mailPath } from '../../firestore/collections.ts';
import type { Call } from '../context.ts';
import { NotYet } from './notYet.ts';

const PAGE = 200;
/** Longer than any mail is tried to be sent. */
const SETTLED_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes the records of all mails to a customer who was deleted, in every environment: they hold the address.
 * Records from after the deletion belong to somebody new with the same address.
 * @throws NotYet until a day has passed, as a mail that was under way may leave its record behind until then
 */
export async function eraseMails(call: Call, customerId: string, deletedAt: Date): Promise<void> {
  await Promise.all(ENVIRONMENTS.map((environment) => eraseIn(call, environment, customerId, deletedAt)));
  const settled = new Date(deletedAt.getTime() + SETTLED_MS);
  if (call.now < settled) throw new NotYet(settled);
}

async function eraseIn(
  call: Call,
  environment: Environment,
  customerId: string,
  deletedAt: Date,
): Promise<void> {
  let last: string | null = null;
  for (;;) {
    const page = await nextPage(call, environment, customerId, last);
    const old = page.filter(({ data }) => data !== undefined && data.createdAt <= deletedAt);
    await call.store.commit(old.map(({ path }) => ({ kind: 'delete', path })));
    last = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return;
  }
}

function nextPage({ store }: Call, environment: Environment, customerId: string, last: string | null) {
  return store.query<{ readonly createdAt: Date }>({
    parent: envPath(environment),
    collection: 'mails',
    where: [['customerId', '==', customerId]],
    orderBy: [['__name__', 'asc']],
    limit: PAGE,
    select: ['createdAt'],
    ...(last !== null && { startAfter: [mailPath(environment, last)] }),
  });
}
