/** The sections of the settings by their document's name, in the order in which they are listed. */
export const SECTION_TITLES = {
  license: 'License defaults',
  limits: 'Rate limits',
  portal: 'Customer portal',
  security: 'Signing in again',
  mail: 'Mail delivery',
  notifications: 'Notifications',
  abuse: 'Abuse detection',
  webhooks: 'Webhooks',
  retention: 'Logs and retention',
} as const;

export type SectionName = keyof typeof SECTION_TITLES;
export const SECTION_NAMES = Object.keys(SECTION_TITLES) as SectionName[];
