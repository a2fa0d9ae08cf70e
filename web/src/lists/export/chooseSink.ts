import type { ExportFormat } from './exportFormat.ts';
import { downloadSink, fileSink, type Sink } from './sink.ts';

interface SavePicker {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: { accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/**
 * Asks where to save, in browsers that can write straight into a file; everywhere else it is a download. null
 * = the person closed the question. Has to be called within a click.
 */
export async function chooseSink(
  name: string,
  { mime, extension }: Pick<ExportFormat<never>, 'mime' | 'extension'>,
): Promise<Sink | null> {
  if (!canPick(window)) return downloadSink(name, mime);
  try {
    const types = [{ accept: { [mime]: [extension] } }];
    return await fileSink(await window.showSaveFilePicker({ suggestedName: name, types }));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null;
    // Closed by a policy, or a place that may not be written to: a download still works.
    return downloadSink(name, mime);
  }
}

function canPick(host: Window): host is Window & SavePicker {
  return 'showSaveFilePicker' in host;
}
