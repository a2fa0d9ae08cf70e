import {
  mdiCogOutline,
  mdiAccountMultipleOutline,
  mdiApi,
  mdiAccountGroupOutline,
  mdiDatabaseImportOutline,
  mdiDevices,
  mdiFileSign,
  mdiHistory,
  mdiKeyChainVariant,
  mdiKeyOutline,
  mdiPackageVariantClosed,
  mdiProgressClock,
  mdiTrayArrowDown,
  mdiShieldAlertOutline,
  mdiViewDashboardOutline,
  mdiWebhook,
} from '@mdi/js';
import type { Permission } from '@latchkey/domain/access/roles';

export interface NavigationItem {
  readonly title: string;
  readonly path: string;
  /** A path of @mdi/js. */
  readonly icon: string;
  /** Shown only to roles that have it; everybody in the console otherwise. */
  readonly needs?: Permission;
}

/** The rail: groups in their order, parted by a line. Only pages that exist are listed. */
export const NAVIGATION: readonly (readonly NavigationItem[])[] = [
  [
    { title: 'Dashboard', path: '/admin/dashboard', icon: mdiViewDashboardOutline },
    { title: 'Licenses', path: '/admin/licenses', icon: mdiKeyOutline },
    { title: 'Activations', path: '/admin/activations', icon: mdiDevices },
    { title: 'Customers', path: '/admin/customers', icon: mdiAccountGroupOutline },
  ],
  [
    { title: 'Products', path: '/admin/products', icon: mdiPackageVariantClosed },
    { title: 'Generators', path: '/admin/generators', icon: mdiKeyChainVariant },
    { title: 'Contracts', path: '/admin/contracts', icon: mdiFileSign },
    { title: 'Downloads', path: '/admin/downloads', icon: mdiTrayArrowDown },
  ],
  [
    {
      title: 'Bulk operations',
      path: '/admin/bulk',
      icon: mdiDatabaseImportOutline,
      needs: 'bulk.import',
    },
    { title: 'Jobs', path: '/admin/jobs', icon: mdiProgressClock },
    { title: 'Abuse', path: '/admin/abuse', icon: mdiShieldAlertOutline },
    { title: 'Audit', path: '/admin/audit', icon: mdiHistory },
    { title: 'Webhooks', path: '/admin/webhooks', icon: mdiWebhook },
    { title: 'API keys', path: '/admin/api-keys', icon: mdiApi },
    { title: 'Admins', path: '/admin/admins', icon: mdiAccountMultipleOutline, needs: 'admins.write' },
  ],
  [{ title: 'Settings', path: '/admin/settings', icon: mdiCogOutline }],
];
