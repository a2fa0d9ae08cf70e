import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail that arrived, and when. */
export interface ArrivedMail {
  readonly number: number;
  readonly at: Date;
  /** Where it was really sent, whatever its head says. */
  readonly to: readonly string[];
  readonly mail: Email;
}

export interface MailSink {
  readonly port: number;
  /** The newest first. */
  readonly arrived: () => readonly ArrivedMail[];
  close(): Promise<void>;
}

export interface SinkOptions {
  /** 0 = any free one. */
  readonly port: number;
  /** Asks for this password, as a provider does. */
  readonly password?: string;
  /** Says no to a recipient: the answer's code and text. */
  readonly refuse?: (to: string) => { readonly code: number; readonly text: string } | null;
}

/** Nobody reads more than this on a screen; what came first is forgotten first. */
const KEPT = 500;

/** A mail server that takes everything and passes nothing on, so that mail can be read where it was sent. */
export async function startMailSink({ port, password, refuse }: SinkOptions): Promise<MailSink> {
  const arrived: ArrivedMail[] = [];
  let count = 0;
  const server = new SMTPServer({
    disabledCommands: password === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: password === undefined,
    logger: false,
    onAuth: (auth, _session, callback) =>
      auth.password === password
        ? callback(null, { user: auth.username })
        : callback(new Error('535 wrong password')),
    onRcptTo: ({ address }, _session, callback) => {
      const no = refuse?.(address) ?? null;
      callback(no === null ? null : Object.assign(new Error(no.text), { responseCode: no.code }));
    },
    onData: (stream, session, callback) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((mail) => {
          arrived.unshift({ number: ++count, at: new Date(), to, mail });
          arrived.splice(KEPT);
          callback();
        }, callback);
    },
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived: () => arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
