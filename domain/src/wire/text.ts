import * as z from 'zod';

/** Control characters and lone surrogates have no business in any field and break stores and logs. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}

/** Text of several lines: line breaks and tabs are fine. */
export function isMultilineText(text: string): boolean {
  return isPlainText(text.replace(/[\n\r\t]/g, ' '));
}

/** Text of at most `max` characters without control characters. */
export function plainText(max: number, min = 0) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine(isPlainText, { error: 'must not contain control characters or broken Unicode', abort: true });
}

/** The same, with surrounding white space taken off before it is measured. */
export function trimmedText(max: number, min = 0) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(isPlainText, { error: 'must not contain control characters or broken Unicode', abort: true });
}

/** Notes and reasons, with surrounding white space taken off before they are measured. */
export function multilineText(max: number, min = 0) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(isMultilineText, { error: 'must not contain control characters or broken Unicode' });
}
