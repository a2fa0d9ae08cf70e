import { API_PERMISSIONS } from '@latchkey/domain/access/apiPermissions';
import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import { NOW } from './builders.ts';

/** A key that may do everything from everywhere, made now. */
export function anApiKey(overrides: Partial<ApiKey> = {}): ApiKey {
  return {
    id: 'api-key-1',
    environment: 'production',
    name: 'Web shop',
    permissions: API_PERMISSIONS,
    productIds: null,
    addresses: null,
    perMinute: 120,
    expiresAt: null,
    hint: 'lkm_production_aB3xY9',
    keyHash: 'hash-1',
    madeAt: NOW,
    old: null,
    lastUsedAt: null,
    revokedAt: null,
    createdAt: NOW,
    createdBy: 'Olga Owner',
    revision: 1,
    ...overrides,
  };
}
