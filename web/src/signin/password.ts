import { proof } from '../words/proof.en.ts';
import { wordsOf } from '../words/words.ts';

export const PASSWORD_MIN = 8;

/** What is wrong with a new password, in words; null when it will do. The server has the last word. */
export function passwordComplaint(password: string): string | null {
  return password.length < PASSWORD_MIN ? wordsOf(proof).tooShort(PASSWORD_MIN) : null;
}
