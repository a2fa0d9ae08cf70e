import { mdiBandage, mdiCheckDecagramOutline, mdiFlaskOutline } from '@mdi/js';
import type { Channel } from '@latchkey/domain/download/release';
import type { StateLook } from '../ui/stateLook.ts';
import { files } from '../words/files.en.ts';

/** In English, as the console has them; the portal asks for its own (`wordsOf(files)`). */
const word = files.english.channel;

/** How a channel is shown, to the console and to customers alike. */
export const CHANNEL_LOOK: Readonly<Record<Channel, StateLook>> = {
  stable: { word: word.stable, tone: 'green', icon: mdiCheckDecagramOutline, outlined: false },
  beta: { word: word.beta, tone: 'blue', icon: mdiFlaskOutline, outlined: false },
  hotfix: { word: word.hotfix, tone: 'amber', icon: mdiBandage, outlined: false },
};
