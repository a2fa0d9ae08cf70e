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
import { states } from '../words/states.en.ts';

/** In English, as the console has them; the portal asks for its own (`wordsOf(states)`). */
const word = states.english.license;

/** The one look of each state, in console and portal alike. */
export const STATE_LOOK: Readonly<Record<LicenseStatus, StateLook>> = {
  available: { word: word.available, tone: 'grey', icon: mdiCircleOutline, outlined: false },
  assigned: { word: word.assigned, tone: 'blue', icon: mdiAccountOutline, outlined: false },
  active: { word: word.active, tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  inactive: { word: word.inactive, tone: 'amber', icon: mdiPauseCircleOutline, outlined: true },
  suspended: { word: word.suspended, tone: 'amber', icon: mdiShieldAlertOutline, outlined: false },
  expired: { word: word.expired, tone: 'grey', icon: mdiClockOutline, outlined: true },
  revoked: { word: word.revoked, tone: 'red', icon: mdiCancel, outlined: false },
};
