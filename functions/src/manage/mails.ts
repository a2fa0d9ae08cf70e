import type { Environment } from '@latchkey/domain/environment';
import type { MailRecord } from '@latchkey/domain/mail/record';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import { ListMails, ManagedMail } from '@latchkey/domain/wire/manage/mails';
import * as z from 'zod';
import { resendMail } from '../operations/mail/resendMail.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { iso } from './present.ts';
import { equals, pageReply, READ, recordOf } from './records.ts';
import type { Asked, ManageRoute } from './route.ts';
import { route } from './route.ts';

type PlacedMail = MailRecord & { readonly environment: Environment };

const params = z.strictObject({ mailId: recordId });
const tag = 'mails';
const scope = 'everything';

function view(mail: PlacedMail): ManagedMail {
  const { id, environment, kind, to, customerId, licenseId, keyHint, status, attempts, problem } = mail;
  return {
    ...{ id, environment, kind, to, customerId, licenseId, keyHint, status },
    tries: attempts,
    createdAt: mail.createdAt.toISOString(),
    updatedAt: mail.updatedAt.toISOString(),
    sentAt: iso(mail.sentAt),
    problem,
  };
}

async function mailOf(asked: Asked, id: string): Promise<ManagedMail> {
  return view(await recordOf<PlacedMail>(asked, ['mails', 'mail'], id));
}

/** The list by its filters; exported for the test that holds it against the indexes. */
export function mailList({ status }: Pick<z.output<typeof ListMails>, 'status'>): RecordList {
  return { collection: 'mails', by: 'createdAt', where: equals({ status }) };
}

export const MAIL_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/mails',
      id: 'listMails',
      tag,
      scope,
      summary: 'List mails',
      description: 'What became of them, the newest first; never what they say.',
      query: ListMails,
      answer: listOf(ManagedMail),
    },
    (asked) => pageReply<PlacedMail>(asked, mailList(asked.query), view),
  ),
  route(
    {
      ...READ,
      path: '/mails/{mailId}',
      id: 'getMail',
      tag,
      scope,
      summary: 'What became of a mail',
      params,
      answer: ManagedMail,
      refuses: [404],
    },
    async (asked) => ({ body: await mailOf(asked, asked.params.mailId) }),
  ),
  route(
    {
      method: 'post',
      path: '/mails/{mailId}/resend',
      id: 'resendMail',
      tag,
      scope,
      permission: 'licenses.write',
      summary: 'Send a mail once more',
      description: 'As a mail of its own, to the same address; it says what is true now.',
      params,
      answer: null,
      status: 204,
      refuses: [404, 409],
    },
    async ({ call, environment, params: place, around, after }) => {
      const outcome = await resendMail(call, environment, place.mailId);
      if (!outcome.ok) return outcome;
      await around.nudge(after, environment);
      return { status: 204, body: null };
    },
  ),
];
