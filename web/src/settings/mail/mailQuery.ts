import type { Environment } from '@latchkey/domain/environment';
import { MAIL_STATUSES, type MailRecord, type MailStatus } from '@latchkey/domain/mail/record';
import type { RawDoc } from '../../firebase/description.ts';
import type { ListQuery } from '../../lists/listPlan.ts';
import { oneOf, type UrlQuery } from '../../lists/listUrl.ts';

export interface MailFilter {
  /** null = all. */
  readonly status: MailStatus | null;
}

export function mailFilterOf(query: UrlQuery): MailFilter {
  return { status: oneOf(MAIL_STATUSES, query.status) };
}

export function mailUrlOf({ status }: MailFilter): Record<string, string> {
  return status === null ? {} : { status };
}

/** What was sent in an environment, or was to be, newest first. */
export function mailsQuery(environment: Environment, { status }: MailFilter): ListQuery {
  return {
    collection: `environments/${environment}/mails`,
    where: status === null ? [] : [['status', '==', status]],
    orderBy: [
      ['createdAt', 'desc'],
      ['__name__', 'desc'],
    ],
  };
}

export function readMail(id: string, data: RawDoc['data']): MailRecord {
  return { ...data, id } as unknown as MailRecord;
}
