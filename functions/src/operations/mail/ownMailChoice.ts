import { mailChoicePath } from '../../firestore/collections.ts';
import type { Call } from '../context.ts';

/** Which mail a customer wants; sets it where something new is given. */
export async function ownMailChoice(
  call: Call,
  customerId: string,
  reminders: boolean | undefined,
): Promise<{ ok: true; reminders: boolean }> {
  const path = mailChoicePath(customerId);
  if (reminders !== undefined) {
    await call.store.commit([{ kind: 'set', path, data: { reminders, updatedAt: call.now } }]);
    return { ok: true, reminders };
  }
  const [found] = await call.store.getAll<{ reminders?: unknown }>([path]);
  return { ok: true, reminders: found?.data?.reminders !== false };
}
