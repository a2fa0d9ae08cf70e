import { randomBytes as systemBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 20;
/** Bytes from here up would make the first letters likelier than the last. */
const FAIR = 256 - (256 % ALPHABET.length);

/** An id of 20 letters and digits, 119 bits from the system's generator. */
export function newId(): string {
  let id = '';
  while (id.length < ID_LENGTH) {
    for (const byte of systemBytes(ID_LENGTH + 4)) {
      if (byte < FAIR && id.length < ID_LENGTH) id += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return id;
}

/** `count` bytes from the system's generator. */
export function randomBytes(count: number): Uint8Array {
  return systemBytes(count);
}
