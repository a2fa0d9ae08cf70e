import type { MailRecord } from '@latchkey/domain/mail/record';
import type { SettingsOf } from '@latchkey/domain/settings/sections';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { productPath, secretPath, settingsPath } from '@latchkey/functions/firestore/collections';
import type { Accounts } from '@latchkey/functions/operations/accounts';
import { drainOutbox } from '@latchkey/functions/operations/drainOutbox';
import type { MailSink } from '../../scripts/stack/mail/mailSink.ts';
import { documents } from './inventory.ts';
import { noAccounts } from './noAccounts.ts';
import type { World } from './world.ts';
import { CLOCK } from './world.ts';

/** Mail leaves to the sink, in production and staging, and each product of the catalog sends keys. */
export async function mailTo(
  world: World,
  sink: Pick<MailSink, 'port'>,
  more: {
    readonly mail?: Partial<SettingsOf<'mail'>>;
    readonly notifications?: Partial<SettingsOf<'notifications'>>;
    readonly password?: string;
    readonly productId?: string;
  } = {},
): Promise<void> {
  const mail = {
    ...defaultsOf('mail'),
    transport: 'smtp',
    host: '127.0.0.1',
    port: sink.port,
    encryption: 'none',
    senderName: 'Acme & Sons',
    senderAddress: 'licenses@acme.test',
    appUrl: 'https://app.example',
    ...more.mail,
  };
  await world.store.commit([
    { kind: 'set', path: settingsPath('production', 'mail'), data: mail },
    { kind: 'set', path: settingsPath('production', 'notifications'), data: more.notifications ?? {} },
    { kind: 'set', path: secretPath('production', 'smtp'), data: { password: more.password ?? '' } },
  ]);
  if (more.productId !== undefined) await sendsKeys(world, more.productId, true);
}

/** The product's own switch. */
export function sendsKeys(world: World, productId: string, emailOnAssign: boolean): Promise<void> {
  return world.store.commit([
    { kind: 'update', path: productPath('production', productId), data: { emailOnAssign } },
  ]);
}

/** A tick of the clock; gives back what went wrong. */
export async function drainMail(
  world: World,
  now = new Date(),
  accounts: Accounts = noAccounts,
): Promise<string[]> {
  const problems: string[] = [];
  const report = (error: unknown): void =>
    void problems.push(error instanceof Error ? error.message : 'unknown');
  await drainOutbox(world.call({ actor: CLOCK, now }), accounts, 'production', () => false, report);
  return problems;
}

/** The records of all mails. */
export async function mailRecords(world: World): Promise<Omit<MailRecord, 'id'>[]> {
  return (await documents<MailRecord>(world, 'mails')).flatMap(({ data }) => data ?? []);
}
