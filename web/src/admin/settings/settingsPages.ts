import { SECTION_NAMES, SECTION_TITLES } from '@latchkey/domain/settings/titles';

export interface SettingsPage {
  readonly title: string;
  readonly path: string;
}

/** What the settings consist of, in the order of their list. */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  ...SECTION_NAMES.map((name) => ({ title: SECTION_TITLES[name], path: `/admin/settings/${name}` })),
  { title: 'Mail templates', path: '/admin/settings/templates' },
  { title: 'Sent mail', path: '/admin/settings/sent-mail' },
];
