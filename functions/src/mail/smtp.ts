import { config } from '../config.ts';
import type { OutgoingMail, PostOffice, SmtpAccess } from '../operations/mail/postOffice.ts';
import { MailRefused } from '../operations/mail/postOffice.ts';
import { redactText } from '../redact.ts';

/** Long enough for a slow server, short enough for whoever waits. */
const TIMES = { dnsTimeout: 5_000, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 };

/** Mail by SMTP, to any provider. The library is loaded when the first mail leaves, not before. */
export const smtpPost: PostOffice = {
  appUrl: () => `https://${config().projectId}.web.app`,
  async smtp(access, mail) {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      host: access.host,
      port: access.port,
      secure: access.encryption === 'tls',
      requireTLS: access.encryption === 'starttls',
      ignoreTLS: access.encryption === 'none',
      ...credentials(access),
      ...TIMES,
      // Nothing of a mail may make this process open files or addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail(envelope(mail));
    } catch (error) {
      throw outcomeOf(error);
    } finally {
      transport.close();
    }
  },
};

function credentials({ user, password }: SmtpAccess) {
  return user === '' ? {} : { auth: { user, pass: password } };
}

function envelope({ messageId, from, replyTo, to, subject, text, html }: OutgoingMail) {
  // Machines answer machines: no out-of-office replies to this.
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  // As objects: an address is never parsed for a second one that somebody put into it.
  return { messageId, from, to: { name: '', address: to }, replyTo, subject, text, html, headers };
}

/** 5xx is an answer, all else may pass. What a server says may repeat what it was told, so keys are cut out. */
function outcomeOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('the mail could not be sent');
  const { responseCode, response, command } = error as {
    responseCode?: number;
    response?: string;
    command?: string;
  };
  const said = redactText((response ?? error.message).replace(/\s+/g, ' ').slice(0, 300));
  // Being refused at the door says nothing about the mail: the password may be put right meanwhile.
  const final = responseCode !== undefined && responseCode >= 500 && !/^AUTH/.test(command ?? '');
  return final ? new MailRefused(said) : new Error(said);
}
