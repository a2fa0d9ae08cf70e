/** What other systems write where a license never expires, in lower case. */
export const LIFETIME_WORDS: readonly string[] = ['lifetime', 'never', 'none', 'perpetual', 'unlimited', '-'];
