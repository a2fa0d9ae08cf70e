import { extensionMailPath } from '../../firestore/collections.ts';
import { ConflictError } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import type { StoredMail } from './mailing.ts';
import { NotYet } from './notYet.ts';
import type { OutgoingMail } from './postOffice.ts';

/** What the extension "Trigger Email" writes into the document of a mail. */
interface Delivery {
  readonly state?: string;
  readonly error?: string | null;
}

/** Puts the mail where the extension takes it from. The same mail is put there once. */
export async function handOver(
  call: Call,
  collection: string,
  id: string,
  { from, replyTo, to, subject, text, html, messageId }: OutgoingMail,
): Promise<Partial<StoredMail>> {
  const sender = from.name === '' ? from.address : `"${from.name.replace(/["\\]/g, '')}" <${from.address}>`;
  const data = { to: [to], from: sender, replyTo, message: { subject, text, html, messageId } };
  try {
    await call.store.commit([
      { kind: 'set', path: extensionMailPath(collection, id), data, if: { exists: false } },
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
  return { status: 'handed-over', problem: null };
}

/**
 * What has become of it. Once that is settled the document goes, and with it the license key it may hold.
 * @throws NotYet while the extension is at it
 */
export async function reportOfExtension(
  call: Call,
  collection: string,
  id: string,
): Promise<Partial<StoredMail>> {
  const path = extensionMailPath(collection, id);
  const [found] = await call.store.getAll<{ delivery?: Delivery }>([path]);
  const delivery = found?.data?.delivery;
  const gone = found?.data === undefined;
  if (!gone && delivery?.state !== 'SUCCESS' && delivery?.state !== 'ERROR') {
    throw new NotYet(new Date(call.now.getTime() + 60_000));
  }
  await call.store.commit([{ kind: 'delete', path }]);
  if (delivery?.state === 'ERROR') {
    return { status: 'failed', problem: (delivery.error ?? 'The extension gave no reason.').slice(0, 300) };
  }
  return { status: 'sent', sentAt: call.now, problem: null };
}
