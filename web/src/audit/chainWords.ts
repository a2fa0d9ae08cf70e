import type { AuditLink, ChainEnd } from '@latchkey/domain/audit/chain';
import { SHORT_HASH } from '@latchkey/domain/audit/chain';

export const NOT_LINKED = 'Not linked yet';
export const NOT_LINKED_WHY = 'Events are linked to the one before within a minute.';

/** "No. 1,509". */
export function numberWords({ number }: Pick<AuditLink, 'number'>): string {
  return `No. ${number.toLocaleString('en')}`;
}

/** The digits of a hash that people compare by. */
export function shortHash({ hash }: Pick<AuditLink, 'hash'>): string {
  return hash.slice(0, SHORT_HASH);
}

/** As `npm run audit:verify -- --seen` takes it. */
export function endWords({ count, hash }: ChainEnd): string {
  return `${count}:${hash}`;
}
