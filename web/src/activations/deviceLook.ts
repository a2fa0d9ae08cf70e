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
import { states } from '../words/states.en.ts';

/** In English, as the console has them; the portal asks for its own (`wordsOf(states)`). */
const { device: word, identifier: kind } = states.english;

/** The one look of a device's state, in console and portal alike. */
export const DEVICE_LOOK: Readonly<Record<ActivationStatus, StateLook>> = {
  active: { word: word.active, tone: 'green', icon: mdiCheckCircleOutline, outlined: false },
  suspended: { word: word.suspended, tone: 'amber', icon: mdiPauseCircleOutline, outlined: false },
  deactivated: { word: word.deactivated, tone: 'grey', icon: mdiPowerPlugOffOutline, outlined: true },
};

export const TYPE_LOOK: Readonly<Record<IdentifierType, { readonly word: string; readonly icon: string }>> = {
  hardware: { word: kind.hardware, icon: mdiDesktopClassic },
  domain: { word: kind.domain, icon: mdiWeb },
};
