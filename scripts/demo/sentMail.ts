import type { License } from '@latchkey/domain/license/license';
import type { MailRecord } from '@latchkey/domain/mail/record';
import { envPath, mailPath } from '@latchkey/functions/firestore/collections';
import type { Snapshot, Write } from '@latchkey/functions/firestore/store';
import { before, DAY, demoTools, draft } from './past.ts';

const ENVIRONMENT = 'production';
const MOST = 18;
/** Every so many a mail server said no. */
const REFUSED = 9;

/**
 * What became of the mails of the last weeks. No server of that time can be asked, so the records are written as
 * sending would have left them; their licenses and customers are real.
 */
export async function seedSentMail(now: Date): Promise<void> {
  const licenses = await draft.query<License>({
    parent: envPath(ENVIRONMENT),
    collection: 'licenses',
    limit: 10_000,
  });
  const recent = licenses
    .filter(({ data }) => data?.assignedAt && data.assignedAt > before(now, 45 * DAY))
    .filter(({ data }) => data?.customerEmail && !data.key.startsWith('DEMO-'))
    .slice(0, MOST);
  await draft.commit(recent.flatMap(mailOf));
}

function mailOf({ id: licenseId, data: license }: Snapshot<License>, index: number): Write[] {
  if (!license?.assignedAt || license.customerEmail === null) return [];
  const { customerEmail: to, customerId, keyHint, assignedAt: createdAt } = license;
  const refused = index % REFUSED === REFUSED - 1;
  const sentAt = new Date(createdAt.getTime() + 2_400);
  const mail: Omit<MailRecord, 'id'> = {
    kind: 'assignment',
    to,
    customerId,
    licenseId,
    keyHint,
    facts: {},
    status: refused ? 'failed' : 'sent',
    attempts: 1,
    createdAt,
    updatedAt: sentAt,
    sentAt: refused ? null : sentAt,
    leaseUntil: null,
    problem: refused ? '550 5.1.1 The mailbox does not exist.' : null,
  };
  return [{ kind: 'set', path: mailPath(ENVIRONMENT, demoTools().newId()), data: mail }];
}
