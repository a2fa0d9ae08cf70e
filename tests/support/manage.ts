import type { ApiPermission } from '@latchkey/domain/access/apiPermissions';
import { API_PERMISSIONS } from '@latchkey/domain/access/apiPermissions';
import type { ApiKeyFacts } from '@latchkey/domain/apiKey/apiKey';
import type { Environment } from '@latchkey/domain/environment';
import { signContents } from '@latchkey/functions/crypto/offlineFile';
import { newId } from '@latchkey/functions/crypto/random';
import { noLimits } from '@latchkey/functions/http/limits';
import { manageApp } from '@latchkey/functions/manage/app';
import { manageDocument } from '@latchkey/functions/manage/document/document';
import type { CountKey } from '@latchkey/functions/manage/keyLimits';
import { noKeyLimits } from '@latchkey/functions/manage/keyLimits';
import { createApiKey } from '@latchkey/functions/operations/apiKey/createApiKey';
import { noAccounts } from './noAccounts.ts';
import type { World } from './world.ts';

export interface ManageAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export interface ManageAsked {
  readonly key?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

export type Ask = (method: string, path: string, asked?: ManageAsked) => Promise<ManageAnswer>;

/** The management API in this process, as it stands behind the host, in a world of its own. */
export function manageIn(world: World, countKey: CountKey = noKeyLimits): Ask {
  const app = manageApp({
    tools: () => world.tools,
    limits: () => noLimits,
    countKey: () => countKey,
    around: {
      accounts: () => Promise.resolve(noAccounts),
      nudge: () => Promise.resolve(),
      enqueue: () => Promise.resolve(),
      send: () => Promise.resolve(),
      signOfflineFile: signContents,
      follow: () => Promise.resolve(),
    },
    document: () => Promise.resolve(manageDocument()),
    newRequestId: newId,
    clock: () => new Date(),
  });
  return async (method, path, { key = null, body, headers = {}, address = '203.0.113.7' } = {}) => {
    const request = new Request(`http://localhost/v1/manage${path}`, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined &&
        method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer = await app(request, { address });
    const text = await answer.text();
    const parsed: unknown = text === '' ? {} : JSON.parse(text);
    return { status: answer.status, headers: answer.headers, text, body: parsed as Record<string, unknown> };
  };
}

export const ALL: readonly ApiPermission[] = API_PERMISSIONS;

/** A key of its own, by the owner. */
export async function aManageKey(
  world: World,
  facts: Partial<ApiKeyFacts> = {},
  environment: Environment = 'production',
): Promise<{ key: string; apiKeyId: string }> {
  const made = await createApiKey(world.call(), environment, {
    name: 'Web shop',
    permissions: ALL,
    productIds: null,
    addresses: null,
    perMinute: 6_000,
    expiresAt: null,
    ...facts,
  });
  if (!made.ok) throw new Error(made.reason);
  return made;
}
