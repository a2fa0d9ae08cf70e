import { mdiBandage, mdiCheckDecagramOutline, mdiFlaskOutline } from '@mdi/js';
import type { Channel } from '@latchkey/domain/download/release';
import type { StateLook } from '../ui/stateLook.ts';

/** How a channel is shown, to the console and to customers alike. */
export const CHANNEL_LOOK: Readonly<Record<Channel, StateLook>> = {
  stable: { word: 'Stable', tone: 'green', icon: mdiCheckDecagramOutline, outlined: false },
  beta: { word: 'Beta', tone: 'blue', icon: mdiFlaskOutline, outlined: false },
  hotfix: { word: 'Hotfix', tone: 'amber', icon: mdiBandage, outlined: false },
};
