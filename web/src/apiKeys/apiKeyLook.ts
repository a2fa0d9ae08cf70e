import { mdiCheckCircleOutline, mdiClockAlertOutline, mdiCloseCircleOutline } from '@mdi/js';
import { apiKeyState } from '@latchkey/domain/apiKey/apiKey';
import type { ApiKeyView } from '@latchkey/domain/wire/console/apiKeys';

export function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

export function stateOf({ revokedAt, expiresAt }: ApiKeyView, now: Date) {
  return apiKeyState({ revokedAt: toDate(revokedAt), expiresAt: toDate(expiresAt) }, now);
}

/** How a key stands. */
export function apiKeyLook(apiKey: ApiKeyView, now: Date) {
  switch (stateOf(apiKey, now)) {
    case 'active':
      return { label: 'Active', tone: 'green', icon: mdiCheckCircleOutline, outlined: false } as const;
    case 'expired':
      return { label: 'Expired', tone: 'grey', icon: mdiClockAlertOutline, outlined: true } as const;
    case 'revoked':
      return { label: 'Revoked', tone: 'red', icon: mdiCloseCircleOutline, outlined: false } as const;
  }
}
