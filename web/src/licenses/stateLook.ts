import {
  mdiAccountOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiCircleOutline,
  mdiClockOutline,
  mdiPauseCircleOutline,
  mdiShieldAlertOutline,
} from '@mdi/js';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import type { StateLook } from '../ui/stateLook.ts';

/** The one look of each state, in console and portal alike. */
export const STATE_LOOK: Readonly<Record<LicenseStatus, StateLook>> = {
  available: { word: 'Available', tone: 'grey', icon: mdiCircleOutline, outlined: false },
  assigned: { word: 'Assigned', tone: 'blue', icon: mdiAccountOutline, outlined: false },
  active: { word: 'Active', tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  inactive: { word: 'Inactive', tone: 'amber', icon: mdiPauseCircleOutline, outlined: true },
  suspended: { word: 'Suspended', tone: 'amber', icon: mdiShieldAlertOutline, outlined: false },
  expired: { word: 'Expired', tone: 'grey', icon: mdiClockOutline, outlined: true },
  revoked: { word: 'Revoked', tone: 'red', icon: mdiCancel, outlined: false },
};
