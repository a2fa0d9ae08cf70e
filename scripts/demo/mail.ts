import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { SettingsOf } from '@latchkey/domain/settings/sections';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { settingsPath } from '@latchkey/functions/firestore/collections';
import { demoTools } from './past.ts';

/**
 * Mail goes to the server that the stack brings along, where it can be read. Set last of all, so that nothing
 * of the past is sent today.
 */
export async function seedMail(): Promise<void> {
  const port = Number(process.env['LATCHKEY_SMTP_PORT']);
  const appUrl = process.env['LATCHKEY_URL'];
  if (!port || !appUrl) return;
  const mail: SettingsOf<'mail'> = {
    ...defaultsOf('mail'),
    transport: 'smtp',
    host: '127.0.0.1',
    port,
    encryption: 'none',
    senderName: 'Acme',
    senderAddress: 'licenses@acme.test',
    appUrl,
  };
  await demoTools().store.commit(
    ENVIRONMENTS.map((environment) => ({
      kind: 'set',
      path: settingsPath(environment, 'mail'),
      data: { ...mail },
    })),
  );
}
