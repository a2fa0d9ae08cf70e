import { API_PERMISSIONS } from '@latchkey/domain/access/apiPermissions';
import type { ApiKeyFacts } from '@latchkey/domain/apiKey/apiKey';
import type { Environment } from '@latchkey/domain/environment';
import { apiKeyPath } from '@latchkey/functions/firestore/collections';
import { noteUse } from '@latchkey/functions/operations/apiKey/apiKeyOf';
import { commandApiKey } from '@latchkey/functions/operations/apiKey/commandApiKey';
import { createApiKey } from '@latchkey/functions/operations/apiKey/createApiKey';
import { toApiKey } from '@latchkey/functions/operations/apiKey/records';
import type { Call } from '@latchkey/functions/operations/context';
import { DEMO_API_KEY } from '../stack/demoApiKey.ts';
import { before, callAt, DAY, draft, HOUR } from './past.ts';
import { staff } from './staff.ts';

const FACTS: Omit<ApiKeyFacts, 'name'> = {
  permissions: API_PERMISSIONS,
  productIds: null,
  addresses: null,
  perMinute: 600,
  expiresAt: null,
};

/** Programs at work: the one that the README shows with its key, and others whose keys nobody has any more. */
export async function seedApiKeys(now: Date): Promise<void> {
  const owner = staff('owner');
  const at = (days: number): Call => callAt(before(now, days * DAY), owner);
  await make({ ...at(90), randomBytes: demoBytes }, { ...FACTS, name: 'Demo program' });
  const shop = await make(at(60), {
    ...FACTS,
    name: 'Web shop',
    permissions: ['console.read', 'keys.read', 'licenses.write'],
    productIds: ['acme-editor'],
    perMinute: 120,
  });
  await commandApiKey(at(2), 'production', shop, { type: 'rotate', overlapHours: 168 });
  await used(shop, before(now, HOUR));
  const expiresAt = new Date(now.getTime() + 20 * DAY);
  const build = await make(at(40), {
    ...FACTS,
    name: 'Nightly build',
    permissions: ['catalog.write'],
    expiresAt,
  });
  await used(build, before(now, 9 * HOUR));
  const old = await make(at(200), { ...FACTS, name: 'Old shop', permissions: ['licenses.write'] });
  await used(old, before(now, 59 * DAY));
  await commandApiKey(at(58), 'production', old, { type: 'revoke' });
  await make(at(30), { ...FACTS, name: 'Staging tests', perMinute: 60 }, 'staging');
}

async function make(call: Call, facts: ApiKeyFacts, environment: Environment = 'production') {
  const made = await createApiKey(call, environment, facts);
  if (!made.ok) throw new Error(`demo API key was refused: ${made.code}`);
  return made.apiKeyId;
}

async function used(id: string, at: Date): Promise<void> {
  const [snapshot] = await draft.getAll<never>([apiKeyPath('production', id)]);
  const apiKey = toApiKey('production', snapshot)?.record;
  if (apiKey) await noteUse(draft, apiKey, at);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The bytes that the demo key is made of: the one in its name, not one by chance. */
function demoBytes(): Uint8Array {
  const secret = DEMO_API_KEY.split('_').at(-1) ?? '';
  return Uint8Array.from(secret, (letter) => LETTERS.indexOf(letter));
}
