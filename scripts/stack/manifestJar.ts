import { crc32 } from 'node:zlib';

/**
 * A jar with nothing but a manifest: it starts `mainClass` out of another jar. A jar is a zip, and one stored
 * file of a zip is three short records, so no JDK is needed to make it.
 */
export function manifestJar(mainClass: string, classPath: URL): Buffer {
  const manifest = ['Manifest-Version: 1.0', `Main-Class: ${mainClass}`, `Class-Path: ${classPath.href}`]
    .map(fold)
    .join('');
  return zipOf('META-INF/MANIFEST.MF', Buffer.from(manifest));
}

/** Lines of a manifest hold at most 72 bytes; what is longer goes on in lines that begin with a space. */
function fold(line: string): string {
  const parts = [line.slice(0, 70)];
  for (let at = 70; at < line.length; at += 69) parts.push(` ${line.slice(at, at + 69)}`);
  return parts.map((part) => `${part}\r\n`).join('');
}

function zipOf(name: string, content: Buffer): Buffer {
  const fileName = Buffer.from(name);
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0); // version needed
  about.writeUInt16LE(0x21, 8); // 1 January 1980, so that the bytes are always the same
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(content.length, 14); // compressed (stored as it is)
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(fileName.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, fileName, content]);
  // The directory entry repeats the header after the version that made it; attributes and offset are 0.
  const version = Buffer.from([20, 0]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    version,
    about,
    Buffer.alloc(14),
    fileName,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
