import type { Catalog } from './catalog.ts';

export const states = {
  license: {
    available: 'Verfügbar',
    assigned: 'Zugewiesen',
    active: 'Aktiv',
    inactive: 'Pausiert',
    suspended: 'Gesperrt',
    expired: 'Abgelaufen',
    revoked: 'Widerrufen',
  },
  device: { active: 'Aktiv', suspended: 'Gesperrt', deactivated: 'Deaktiviert' },
  identifier: { hardware: 'Hardware-ID', domain: 'Domain' },
  environment: { production: 'Produktion', staging: 'Staging', development: 'Entwicklung' },
  keyOf: (hint: string) => `Lizenzschlüssel ${hint}`,
  inGrace: 'Nachfrist',
} satisfies Catalog['states'];
