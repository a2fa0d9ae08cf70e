import {
  mdiCheckCircleOutline,
  mdiDesktopClassic,
  mdiPauseCircleOutline,
  mdiPowerPlugOffOutline,
  mdiWeb,
} from '@mdi/js';
import type { ActivationStatus } from '@latchkey/domain/activation/activation';
import type { IdentifierType } from '@latchkey/domain/activation/identifier';
import type { StateLook } from '../ui/stateLook.ts';

/** The one look of a device's state, in console and portal alike. */
export const DEVICE_LOOK: Readonly<Record<ActivationStatus, StateLook>> = {
  active: { word: 'Active', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  suspended: { word: 'Suspended', tone: 'amber', icon: mdiPauseCircleOutline, outlined: false },
  deactivated: { word: 'Deactivated', tone: 'grey', icon: mdiPowerPlugOffOutline, outlined: true },
};

export const TYPE_LOOK: Readonly<Record<IdentifierType, { readonly word: string; readonly icon: string }>> = {
  hardware: { word: 'Hardware ID', icon: mdiDesktopClassic },
  domain: { word: 'Domain', icon: mdiWeb },
};
