import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { SecuritySettings } from '@latchkey/domain/settings/security';
import { settingsPath } from '@latchkey/functions/firestore/collections';
import { demoTools } from './past.ts';

/** Somebody who tries things out is not asked for the password again every five minutes. */
const SECURITY: SecuritySettings = { reauthMinutes: null };

export async function seedSettings(): Promise<void> {
  await demoTools().store.commit(
    ENVIRONMENTS.map((environment) => ({
      kind: 'set',
      path: settingsPath(environment, 'security'),
      data: { ...SECURITY },
    })),
  );
}
