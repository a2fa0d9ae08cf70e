import type { ApiPermission } from '@latchkey/domain/access/apiPermissions';
import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import type { Environment } from '@latchkey/domain/environment';
import type {
  ApiKeyCommandInput,
  ApiKeyView,
  CommandApiKeyAnswer,
  CreateApiKeyAnswer,
  ListApiKeysAnswer,
} from '@latchkey/domain/wire/console/apiKeys';
import {
  CommandApiKeyRequest,
  CreateApiKeyRequest,
  ListApiKeysRequest,
} from '@latchkey/domain/wire/console/apiKeys';
import type { CallableRequest } from 'firebase-functions/https';
import type { AskedApiKeyCommand } from '../operations/apiKey/commandApiKey.ts';
import { commandApiKey as command } from '../operations/apiKey/commandApiKey.ts';
import { createApiKey as create } from '../operations/apiKey/createApiKey.ts';
import { listApiKeys } from '../operations/apiKey/listApiKeys.ts';
import { newCall, sharedTools } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';

/** The keys of an environment, which no browser reads by itself. */
export const apiKeys = door(
  ListApiKeysRequest,
  async ({ environment }, request): Promise<ListApiKeysAnswer> => {
    await consolePerson(request, environment, 'console.read');
    return { apiKeys: (await listApiKeys(sharedTools().store, environment)).map(view) };
  },
);

/** A new key, shown this once; asks for a fresh sign-in. */
export const createApiKey = door(
  CreateApiKeyRequest,
  async ({ environment, facts }, request, requestId): Promise<CreateApiKeyAnswer> => {
    const caller = await granterOf(request, environment, facts.permissions);
    if (!caller.ok) return caller;
    const expiresAt = toDate(facts.expiresAt);
    return create(newCall(caller.actor, requestId), environment, { ...facts, expiresAt });
  },
);

/** Everything that can be done to a key; all but revoking it gives something away and asks for a fresh sign-in. */
export const commandApiKey = door(
  CommandApiKeyRequest,
  async ({ environment, apiKeyId, command: asked }, request, requestId): Promise<CommandApiKeyAnswer> => {
    const caller = await callerFor(asked, request, environment);
    if (!caller.ok) return caller;
    return command(newCall(caller.actor, requestId), environment, apiKeyId, toCommand(asked));
  },
);

async function callerFor(asked: ApiKeyCommandInput, request: CallableRequest, environment: Environment) {
  // Whoever sees a key in wrong hands must not be held up.
  if (asked.type === 'revoke') {
    return { ok: true, actor: await consolePerson(request, environment, 'integrations.write') } as const;
  }
  return granterOf(request, environment, asked.type === 'edit' ? (asked.changes.permissions ?? []) : []);
}

/** Customers are one over all environments, so whoever gives a key power over them has to reach them all. */
async function granterOf(
  request: CallableRequest,
  environment: Environment,
  permissions: readonly ApiPermission[],
) {
  if (permissions.includes('customers.write')) await consolePerson(request, 'everywhere', 'customers.write');
  return freshConsolePerson(request, environment, 'integrations.write');
}

function toCommand(input: ApiKeyCommandInput): AskedApiKeyCommand {
  if (input.type !== 'edit') return input;
  const { name, permissions, productIds, addresses, perMinute, expiresAt } = input.changes;
  const changes = {
    ...(name !== undefined && { name }),
    ...(permissions !== undefined && { permissions }),
    ...(productIds !== undefined && { productIds }),
    ...(addresses !== undefined && { addresses }),
    ...(perMinute !== undefined && { perMinute }),
    ...(expiresAt !== undefined && { expiresAt: toDate(expiresAt) }),
  };
  return { type: 'edit', revision: input.revision, changes };
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function view({ keyHash: _hash, old, ...shown }: ApiKey): ApiKeyView {
  return {
    ...shown,
    old: old && { hint: old.hint, until: old.until.toISOString() },
    madeAt: shown.madeAt.toISOString(),
    createdAt: shown.createdAt.toISOString(),
    expiresAt: shown.expiresAt?.toISOString() ?? null,
    lastUsedAt: shown.lastUsedAt?.toISOString() ?? null,
    revokedAt: shown.revokedAt?.toISOString() ?? null,
  };
}
