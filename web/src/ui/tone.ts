/** The colours a state may have; always beside a word and an icon. Defined in theme/tones.css. */
export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red';
