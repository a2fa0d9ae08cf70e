import type { Tone } from './tone.ts';

/** How a state is shown: always word, icon and colour together. */
export interface StateLook {
  readonly word: string;
  readonly tone: Tone;
  /** A path of @mdi/js. */
  readonly icon: string;
  readonly outlined: boolean;
}
