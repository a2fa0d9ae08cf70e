import type { ApiPermission } from '@latchkey/domain/access/apiPermissions';
import { isAllowedAddress } from '@latchkey/domain/apiKey/addresses';
import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import { apiKeyEnvironment } from '@latchkey/domain/apiKey/secret';
import type { Limits } from '../http/limits.ts';
import { logWarning } from '../log.ts';
import { apiKeyOf, noteUse } from '../operations/apiKey/apiKeyOf.ts';
import type { Tools } from '../operations/context.ts';
import { ManageRefusal } from './refusal.ts';

/** The key that comes along opens something, and is used from where it may be. Guessing is counted by address. */
export async function authenticate(
  tools: Tools,
  limits: Limits,
  caller: { readonly authorization: string | null; readonly address: string; readonly now: Date },
): Promise<ApiKey> {
  const { authorization, address, now } = caller;
  const key = /^Bearer +([A-Za-z0-9_]{1,100})$/i.exec(authorization ?? '')?.[1] ?? '';
  const environment = apiKeyEnvironment(key);
  if (environment === null) throw unauthorized();
  const quotas = () => tools.settings.latest(tools.store, environment, 'limits');
  const look = () => apiKeyOf(tools.store, environment, tools.keyHash(key), now);
  const apiKey = await limits.lookUp(address, look, (found) => found === null, quotas);
  if (apiKey === null) throw unauthorized();
  if (!isAllowedAddress(address, apiKey.addresses)) {
    throw new ManageRefusal('ADDRESS_NOT_ALLOWED', 'This key is limited to other addresses than yours.');
  }
  // Nobody waits for it, and an hour later it is tried again.
  noteUse(tools.store, apiKey, now).catch((error: unknown) => {
    logWarning('the use of an API key was not noted', { apiKeyId: apiKey.id, error });
  });
  return apiKey;
}

export function permit(apiKey: ApiKey, permission: ApiPermission, scope: 'products' | 'everything'): void {
  if (!apiKey.permissions.includes(permission)) {
    throw new ManageRefusal('FORBIDDEN', `This key lacks the permission ${permission}.`);
  }
  if (scope === 'everything' && apiKey.productIds !== null) {
    throw new ManageRefusal(
      'OUT_OF_SCOPE',
      'This key is limited to products, and this is about more than those.',
    );
  }
}

function unauthorized(): ManageRefusal {
  return new ManageRefusal('UNAUTHORIZED', 'Send an API key that works as "Authorization: Bearer lkm_…".', {
    headers: { 'www-authenticate': 'Bearer realm="Latchkey management"' },
  });
}
