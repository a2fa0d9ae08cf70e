import type { Environment } from '@latchkey/domain/environment';
import { LRUCache } from 'lru-cache';

/**
 * Remembers key hash → license id, so that a steady validate needs no look-up of the index. It may
 * be wrong at any time (deleted, reissued): whoever uses it compares the license's own hash.
 */
export interface KeyMemory {
  recall(environment: Environment, keyHash: string): string | undefined;
  remember(environment: Environment, keyHash: string, licenseId: string): void;
  forget(environment: Environment, keyHash: string): void;
}

export function keyMemory(entries = 50_000): KeyMemory {
  const cache = new LRUCache<string, string>({ max: entries });
  const name = (environment: Environment, keyHash: string): string => `${environment}/${keyHash}`;
  return {
    recall: (environment, keyHash) => cache.get(name(environment, keyHash)),
    remember: (environment, keyHash, licenseId) => {
      cache.set(name(environment, keyHash), licenseId);
    },
    forget: (environment, keyHash) => {
      cache.delete(name(environment, keyHash));
    },
  };
}
