import { mdiCached, mdiCancel, mdiDeleteOutline, mdiPencilOutline } from '@mdi/js';
import type { ApiKeyView } from '@latchkey/domain/wire/console/apiKeys';
import type { ActionItem } from '../ui/actionMenu.ts';
import { stateOf } from './apiKeyLook.ts';

export type ApiKeyChoice = 'rotate' | 'revoke' | 'delete';

/** What can be done with a key now. */
export function apiKeyMenu(apiKey: ApiKeyView, may: boolean, now: Date): ActionItem[] {
  const state = stateOf(apiKey, now);
  const role = may ? null : 'Your role may look at API keys but not change them';
  const ended = role ?? (state === 'active' ? null : `The key is ${state}`);
  const revoked = role ?? (state === 'revoked' ? 'The key is revoked' : null);
  return [
    {
      key: 'edit',
      label: 'Edit',
      icon: mdiPencilOutline,
      danger: false,
      closed: revoked,
      ...(revoked === null && { to: `/admin/api-keys/${apiKey.id}/edit` }),
    },
    { key: 'rotate', label: 'Renew', icon: mdiCached, danger: false, closed: ended },
    { key: 'revoke', label: 'Revoke', icon: mdiCancel, danger: true, closed: revoked },
    {
      key: 'delete',
      label: 'Delete',
      icon: mdiDeleteOutline,
      danger: true,
      closed: role ?? (state === 'active' ? 'Revoke it first' : null),
    },
  ];
}
