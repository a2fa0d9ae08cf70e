/** Random bytes of the browser's own generator: samples come from the same law as keys. */
export function webBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
