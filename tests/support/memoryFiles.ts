import { createHash } from 'node:crypto';
import type { Files } from '@latchkey/functions/operations/download/files';

/** A bucket in memory, for tests of operations. */
export interface MemoryFiles extends Files {
  /** Puts a file where an upload was opened, as a browser does. */
  arrive(address: string, bytes: string): void;
  readonly paths: () => string[];
  /** Links handed out. */
  readonly links: { readonly path: string; readonly fileName: string; readonly seconds: number }[];
}

const ADDRESS = 'memory:';

export function memoryFiles(): MemoryFiles {
  const stored = new Map<string, Buffer>();
  const links: MemoryFiles['links'][number][] = [];
  return {
    links,
    paths: () => [...stored.keys()],
    arrive: (address, bytes) => void stored.set(address.slice(ADDRESS.length), Buffer.from(bytes)),
    openUpload: async (path) => `${ADDRESS}${path}`,
    examine: async (path) => {
      const file = stored.get(path);
      return file ? { size: file.length, sha256: createHash('sha256').update(file).digest('hex') } : null;
    },
    remove: async (path) => void stored.delete(path),
    link: async (path, { fileName, seconds }) => {
      links.push({ path, fileName, seconds });
      return `https://storage.example/${path}`;
    },
  };
}
