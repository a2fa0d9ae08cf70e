import type { MailRecord } from '@latchkey/domain/mail/record';
import type { ResendMailAnswer, ResendMailRequest } from '@latchkey/domain/wire/console/mail';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem } from '../../firebase/errors.ts';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useToast } from '../../ui/toast.ts';
import { mailFilterOf, mailsQuery, mailUrlOf, readMail, type MailFilter } from './mailQuery.ts';

const resend = callable<ResendMailRequest, ResendMailAnswer>('resendMail');

/** The mails of the environment, newest first. */
export function useMailList(): List<MailRecord, MailFilter> {
  const environment = useEnvironment();
  return useList<MailRecord, MailFilter>({
    noun: { one: 'mail', many: 'mails' },
    filterOf: mailFilterOf,
    urlOf: mailUrlOf,
    query: (filter) => mailsQuery(environment.current, filter),
    read: readMail,
  });
}

/** Sends a mail once more and says what came of it. */
export function useResend() {
  const environment = useEnvironment();
  const toast = useToast();
  return async ({ id, to }: MailRecord): Promise<void> => {
    try {
      accepted(await resend({ environment: environment.current, mailId: id }));
      toast.show(`Sent again to ${to}`);
    } catch (cause) {
      toast.show(toProblem(cause).sentence, { tone: 'error' });
    }
  };
}
