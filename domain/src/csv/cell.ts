/** Characters that make a spreadsheet read a cell as a formula, or that it drops in front of one. */
const STARTS_FORMULA = /^[=+\-@\t\r\0]/;

/**
 * A value as a cell of a CSV file that people open in a spreadsheet: a text that would be run as a formula gets
 * a leading quote, which spreadsheets take as "this is text" (OWASP, CSV injection). Numbers stay numbers, so
 * that -1 is not a text; quoting after RFC 4180 is left to whoever writes the file.
 */
export function csvCell<Value extends string | number | null>(value: Value): Value | string {
  return typeof value === 'string' && STARTS_FORMULA.test(value) ? `'${value}` : value;
}
