import { gzipSync } from 'node:zlib';
import { chance } from './random.ts';

const BLOCK = 512;

/** A small real .tar.gz: a text to read and some bytes that stand for the program. */
export function demoArchive(name: string, text: string, bytes: number): Buffer {
  const files = [
    { path: `${name}/README.txt`, content: Buffer.from(text) },
    { path: `${name}/program.bin`, content: noise(name, bytes) },
  ];
  const blocks = files.flatMap(({ path, content }) => [head(path, content.length), padded(content)]);
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]));
}

/** The header of one file, as POSIX describes it (ustar). */
function head(path: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, width: number): string => value.toString(8).padStart(width - 1, '0');
  block.write(path, 0, 100, 'ascii');
  block.write(octal(0o644, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(0, 12), 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0' + '00', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 7)}\0 `, 148);
  return block;
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

/** The same on every start, and too random to be made much smaller. */
function noise(seed: string, bytes: number): Buffer {
  const random = chance([...seed].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0);
  return Buffer.from(Uint8Array.from({ length: bytes }, () => random.below(256)));
}
