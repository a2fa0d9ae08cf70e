import { saveFile } from '../../ui/saveFile.ts';

/** Where the text of an export goes. Nothing is to be seen of it before `finish`. */
export interface Sink {
  /** What the file is called. */
  readonly name: string;
  readonly write: (text: string) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** An ordinary download. The pages are kept as blobs, which browsers move out of memory as they like. */
export function downloadSink(name: string, mime: string): Sink {
  let parts: Blob[] = [];
  return {
    name,
    async write(text) {
      parts.push(new Blob([text]));
    },
    async finish() {
      saveFile(name, new Blob(parts, { type: mime }));
    },
    async discard() {
      parts = [];
    },
  };
}

/** Straight into a file that the person chose; the browser puts it there only when it is whole. */
export async function fileSink(handle: FileSystemFileHandle): Promise<Sink> {
  const stream = await handle.createWritable();
  return {
    name: handle.name,
    write: (text) => stream.write(text),
    finish: () => stream.close(),
    async discard() {
      await stream.abort();
      // Choosing a new name made an empty file of it.
      if (canRemove(handle) && (await handle.getFile()).size === 0) await handle.remove();
    },
  };
}

interface Removable {
  remove(): Promise<void>;
}

function canRemove(handle: FileSystemFileHandle): handle is FileSystemFileHandle & Removable {
  return 'remove' in handle;
}
