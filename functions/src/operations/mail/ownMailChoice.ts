import { difference, otherEvent } from '@latchkey/domain/audit/draft';
import type { MailChoice } from '@latchkey/domain/mail/choice';
import { readMailChoice } from '@latchkey/domain/mail/choice';
import { mailChoicePath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { unchanged } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';

/**
 * Which mail a customer wants; sets what is given anew. Customers are one over all environments, so that its
 * event stands where those about people stand.
 */
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
    const changes = difference(before, after);
    if (found && Object.keys(changes).length > 0) {
      const data = { ...after, updatedAt: call.now };
      const event = otherEvent('customer.mail-chosen', { customerId, changes });
      await call.store.commit([
        { kind: 'set', path, data, if: unchanged(found) },
        ...auditWrites('production', call, [event]),
      ]);
    }
    return { ok: true, ...after };
  });
}
