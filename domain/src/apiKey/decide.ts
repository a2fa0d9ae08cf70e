import { mayGrant } from '../access/apiPermissions.ts';
import type { Role } from '../access/roles.ts';
import { difference, otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import { isNetwork } from './addresses.ts';
import type { ApiKey, ApiKeyFacts } from './apiKey.ts';
import { apiKeyState, MAX_KEY_RATE, MAX_OVERLAP_HOURS } from './apiKey.ts';
import type { ApiKeyRefusal } from './refusals.ts';
import { refuseApiKey } from './refusals.ts';

/** A key as it was just made; only its hint and its hash are kept. */
export interface MadeKey {
  readonly hint: string;
  readonly keyHash: string;
}

export type ApiKeyCommand =
  | { readonly type: 'edit'; readonly changes: Partial<ApiKeyFacts>; readonly revision: number | null }
  /** Another key in place of this one, which goes on for some hours so that programs can change over. */
  | { readonly type: 'rotate'; readonly overlapHours: number; readonly made: MadeKey }
  | { readonly type: 'revoke' }
  /** Of one that has ended: it leaves the list, the audit entries stay. */
  | { readonly type: 'delete' };

export interface AcceptedApiKey {
  readonly ok: true;
  /** As it has to be stored; null = delete it. */
  readonly apiKey: ApiKey | null;
  readonly audit: readonly AuditDraft[];
}
export type ApiKeyDecision = AcceptedApiKey | ApiKeyRefusal;

const HOUR = 60 * 60 * 1_000;

export function createApiKey(
  placed: Pick<ApiKey, 'id' | 'environment'>,
  facts: ApiKeyFacts,
  made: MadeKey,
  by: { readonly role: Role; readonly name: string },
  now: Date,
): (AcceptedApiKey & { readonly apiKey: ApiKey }) | ApiKeyRefusal {
  const refusal = checkFacts(facts, by.role, now);
  if (refusal) return refusal;
  const apiKey: ApiKey = {
    ...placed,
    ...facts,
    ...made,
    madeAt: now,
    old: null,
    lastUsedAt: null,
    revokedAt: null,
    createdAt: now,
    createdBy: by.name,
    revision: 1,
  };
  const { name, permissions, productIds, hint } = apiKey;
  const told = { name: fresh(name), permissions: fresh(permissions), productIds: fresh(productIds) };
  const changes = { ...told, keyHint: fresh(hint) };
  return { ok: true, apiKey, audit: [apiKeyEvent('api-key.created', apiKey, changes)] };
}

/** @param role of whoever asks: they change and renew only keys that may do no more than they */
export function decideApiKey(apiKey: ApiKey, command: ApiKeyCommand, role: Role, now: Date): ApiKeyDecision {
  const ended = apiKeyState(apiKey, now) !== 'active';
  switch (command.type) {
    case 'edit':
      return edit(apiKey, command, role, now);
    case 'rotate': {
      if (ended) return refuseApiKey('KEY_ENDED', 'The key has ended. Make a new one instead.');
      return checkGrants(apiKey.permissions, role) ?? rotate(apiKey, command, now);
    }
    case 'revoke': {
      if (apiKey.revokedAt !== null) return refuseApiKey('KEY_ENDED', 'The key is revoked already.');
      const after = { ...apiKey, old: null, revokedAt: now, revision: apiKey.revision + 1 };
      const changes = { keyHint: { before: apiKey.hint, after: null } };
      return { ok: true, apiKey: after, audit: [apiKeyEvent('api-key.revoked', apiKey, changes)] };
    }
    case 'delete': {
      if (!ended) return refuseApiKey('KEY_IN_USE', 'The key still works. Revoke it first, then delete it.');
      const changes = { name: { before: apiKey.name, after: null } };
      return { ok: true, apiKey: null, audit: [apiKeyEvent('api-key.deleted', apiKey, changes)] };
    }
  }
}

function edit(
  apiKey: ApiKey,
  { changes, revision }: Extract<ApiKeyCommand, { type: 'edit' }>,
  role: Role,
  now: Date,
): ApiKeyDecision {
  if (apiKey.revokedAt !== null) return refuseApiKey('KEY_ENDED', 'The key is revoked. Make a new one.');
  if (revision !== null && revision !== apiKey.revision) {
    return refuseApiKey('CHANGED_MEANWHILE', 'Somebody changed the key meanwhile. Look again, then save.');
  }
  const refusal = checkFacts(changes, role, now) ?? checkGrants(apiKey.permissions, role);
  if (refusal) return refusal;
  const after = { ...apiKey, ...changes, revision: apiKey.revision + 1 };
  const told = difference<ApiKey>(apiKey, changes);
  return { ok: true, apiKey: after, audit: [apiKeyEvent('api-key.edited', after, told)] };
}

function rotate(
  apiKey: ApiKey,
  { overlapHours, made }: Extract<ApiKeyCommand, { type: 'rotate' }>,
  now: Date,
): ApiKeyDecision {
  if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > MAX_OVERLAP_HOURS) {
    return refuseApiKey('OVERLAP_OUT_OF_RANGE', 'The old key goes on for 0 to 168 hours.');
  }
  const until = new Date(now.getTime() + overlapHours * HOUR);
  const { hint, keyHash } = apiKey;
  const old = overlapHours === 0 ? null : { hint, keyHash, until };
  const after = { ...apiKey, ...made, old, madeAt: now, revision: apiKey.revision + 1 };
  const changes = {
    keyHint: { before: hint, after: made.hint },
    oldSecretUntil: { before: null, after: old?.until ?? null },
  };
  return { ok: true, apiKey: after, audit: [apiKeyEvent('api-key.rotated', after, changes)] };
}

function checkFacts(facts: Partial<ApiKeyFacts>, role: Role, now: Date): ApiKeyRefusal | null {
  const { permissions, addresses, perMinute, expiresAt } = facts;
  if (permissions?.length === 0) {
    return refuseApiKey(
      'NO_PERMISSION',
      'Choose at least one permission: without any the key opens nothing.',
    );
  }
  if (addresses?.length === 0 || addresses?.some((address) => !isNetwork(address))) {
    return refuseApiKey(
      'ADDRESS_INVALID',
      'Each address is like 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48.',
    );
  }
  if (perMinute !== undefined && !inRange(perMinute)) {
    return refuseApiKey('RATE_OUT_OF_RANGE', 'A key makes from 1 to 6,000 requests a minute.');
  }
  if (expiresAt && expiresAt.getTime() <= now.getTime()) {
    return refuseApiKey(
      'EXPIRY_NOT_FUTURE',
      'The date lies in the past. Choose a later one, or revoke the key.',
    );
  }
  return permissions === undefined ? null : checkGrants(permissions, role);
}

function inRange(perMinute: number): boolean {
  return Number.isInteger(perMinute) && perMinute >= 1 && perMinute <= MAX_KEY_RATE;
}

function checkGrants(permissions: ApiKeyFacts['permissions'], role: Role): ApiKeyRefusal | null {
  if (permissions.every((permission) => mayGrant(role, permission))) return null;
  return refuseApiKey(
    'NOT_YOURS_TO_GIVE',
    'This key may change the settings. Only an owner gives that away.',
  );
}

function apiKeyEvent(action: AuditAction, { id }: ApiKey, changes: AuditDraft['changes']): AuditDraft {
  return otherEvent(action, { about: `api-key/${id}`, changes });
}

function fresh(after: unknown) {
  return { before: null, after };
}
