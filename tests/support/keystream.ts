import { createCipheriv, createHash } from 'node:crypto';

/** Bytes as good as a CSPRNG's, the same ones for the same seed: AES in counter mode over zeros. */
export function keystream(seed: number): (count: number) => Uint8Array {
  const key = createHash('sha256').update(String(seed)).digest();
  const cipher = createCipheriv('aes-256-ctr', key, new Uint8Array(16));
  return (count) => new Uint8Array(cipher.update(new Uint8Array(count)));
}
