import { otherEvent } from '@latchkey/domain/audit/draft';
import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { mailPath } from '../../firestore/collections.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import type { StoredMail } from './mailing.ts';
import { mailWrite } from './orderMail.ts';

/** Sends the mail of a record once more, as a mail of its own. It says what is true now. */
export async function resendMail(
  call: Call,
  environment: Environment,
  mailId: string,
): Promise<{ ok: true } | Refusal> {
  const [found] = await call.store.getAll<StoredMail>([mailPath(environment, mailId)]);
  if (!found?.data) return refuse('NOT_FOUND', 'There is no such mail in this environment any more.');
  const { kind, to, customerId, licenseId, facts, status } = found.data;
  if (status !== 'sent' && status !== 'failed') {
    return refuse(
      'MAIL_NOT_SENT',
      'This mail was not sent yet, or was not wanted. Only others can be sent again.',
    );
  }
  const { keyHint } = found.data;
  const about = { customerId, licenseId, keyHint, changes: { mail: { before: null, after: kind } } };
  await call.store.commit([
    mailWrite(call, environment, { kind, to, customerId, licenseId, facts }),
    ...auditWrites(environment, call, [otherEvent('customer.mailed-again', about)]),
  ]);
  return { ok: true };
}
