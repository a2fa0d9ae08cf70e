import type { MailChoice } from '@latchkey/domain/mail/choice';
import { readMailChoice } from '@latchkey/domain/mail/choice';
import { mailChoicePath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { unchanged } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

/** Which mail a customer wants; sets what is given anew. */
export async function ownMailChoice(
  call: Call,
  customerId: string,
  asked: Partial<MailChoice>,
): Promise<{ ok: true } & MailChoice> {
  const path = mailChoicePath(customerId);
  return withRetry(customerId, async () => {
    const [found] = await call.store.getAll<object>([path]);
    const before = readMailChoice(found?.data);
    const after = { ...before, ...asked };
    if (found && Object.keys(asked).length > 0) {
      const data = { ...after, updatedAt: call.now };
      await call.store.commit([{ kind: 'set', path, data, if: unchanged(found) }]);
    }
    return { ok: true, ...after };
  });
}
