import type { Permission } from '@latchkey/domain/access/roles';
import { mdiApi, mdiCogOutline, mdiPlus } from '@mdi/js';
import { NAVIGATION, type NavigationItem } from '../navigation.ts';
import { SETTINGS_PAGES } from '../settings/settingsPages.ts';

/** One thing that the palette leads to. */
export interface PaletteItem {
  /** Unique over all groups, so that the chosen one stays chosen while others arrive. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Set in the letters of keys. */
  readonly mono?: boolean;
  /** A path of @mdi/js. */
  readonly icon: string;
  /** An address without host. Never holds a license key. */
  readonly to: string;
}

export interface PaletteGroup {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** From so many characters on, the data is asked. */
export const SHORTEST = 2;
/** A group shows so many at most. */
export const SHOWN = 8;

/** What may be done at once, besides the pages of the rail. */
const DEEDS: readonly NavigationItem[] = [
  { title: 'Create license', path: '/admin/licenses/new', icon: mdiPlus, needs: 'licenses.write' },
  { title: 'Create product', path: '/admin/products/new', icon: mdiPlus, needs: 'catalog.write' },
  { title: 'Create generator', path: '/admin/generators/new', icon: mdiPlus, needs: 'catalog.write' },
  { title: 'Upload release', path: '/admin/downloads/new', icon: mdiPlus, needs: 'catalog.write' },
  { title: 'Create customer', path: '/admin/customers/new', icon: mdiPlus, needs: 'customers.write' },
  {
    title: 'Create webhook endpoint',
    path: '/admin/webhooks/new',
    icon: mdiPlus,
    needs: 'integrations.write',
  },
  { title: 'Make an API key', path: '/admin/api-keys/new', icon: mdiPlus, needs: 'integrations.write' },
  { title: 'Import CSV file', path: '/admin/bulk', icon: mdiPlus, needs: 'bulk.import' },
];

/** Pages inside others: found by their names, but too many for the list before anything is typed. */
const INSIDE: readonly NavigationItem[] = [
  { title: 'API reference', path: '/admin/api-reference', icon: mdiApi },
  ...SETTINGS_PAGES.map((page) => ({ ...page, icon: mdiCogOutline })),
];

/** The console's pages whose names hold each word of the text at the beginning of one of theirs. */
export function pageItems(text: string, can: (permission: Permission) => boolean): PaletteItem[] {
  const wanted = words(text);
  return [...NAVIGATION.flat(), ...DEEDS, ...(wanted.length > 0 ? INSIDE : [])]
    .filter(({ needs }) => needs === undefined || can(needs))
    .filter(({ title }) => {
      const has = words(title);
      return wanted.every((word) => has.some((one) => one.startsWith(word)));
    })
    .map(({ title, path, icon }) => ({ id: path, title, icon, to: path }));
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
