import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { Environments } from '@latchkey/domain/access/admin';
import type { Permission, Role } from '@latchkey/domain/access/roles';

export const ROLE_WORDS: Readonly<Record<Role, { readonly title: string; readonly text: string }>> = {
  owner: { title: 'Owner', text: 'Everything, settings and people included.' },
  admin: { title: 'Admin', text: 'Licenses, catalogue, customers and integrations; no settings, no people.' },
  operator: { title: 'Operator', text: 'The daily work with licenses and devices; deletes nothing.' },
  viewer: { title: 'Viewer', text: 'Sees and exports everything, changes nothing.' },
};

/** Every permission in words; one that is new does not compile until it has some. */
export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  'console.read': 'See everything in the console',
  'licenses.export': 'Export lists',
  'licenses.write': 'Create, edit and assign licenses, change their state',
  'generators.run': 'Run generators',
  'activations.deactivate': 'Deactivate devices',
  'licenses.delete': 'Delete licenses',
  'catalog.write': 'Change products and generators',
  'customers.write': 'Change customers',
  'integrations.write': 'Change contracts, webhooks and API keys',
  'bulk.import': 'Import in bulk',
  'templates.write': 'Write mail templates, send tests',
  'settings.write': 'Change settings and retention',
  'admins.write': 'Invite people and change their roles',
};

export function environmentWords(environments: Environments): string {
  if (environments === null || environments.length === ENVIRONMENTS.length) return 'All';
  return environments.length === 0 ? 'None' : environments.join(', ');
}
