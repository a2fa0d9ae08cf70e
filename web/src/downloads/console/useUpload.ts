import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import type { Environment } from '@latchkey/domain/environment';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useDownloadCommands } from './downloadCommands.ts';
import { checksumOf, sendFile } from './sendFile.ts';

/** "opening": a place is asked for; "checking": the server reads what arrived. */
export type UploadStage = 'idle' | 'opening' | 'sending' | 'checking' | 'failed' | 'done';

interface Opened {
  readonly downloadId: string;
  readonly uploadUrl: string;
}

/** One file on its way: how far it is, what went wrong, and the way to stop it. */
export function useUpload() {
  const { finish } = useDownloadCommands();
  const stage = ref<UploadStage>('idle');
  const sent = ref(0);
  const total = ref(0);
  const problem = shallowRef<Problem | null>(null);
  /** The release that waits for this file, once there is one. */
  const downloadId = ref<string | null>(null);
  let stopper = new AbortController();

  const busy = computed(() => ['opening', 'sending', 'checking'].includes(stage.value));
  const percent = computed(() => (total.value === 0 ? 0 : Math.floor((sent.value / total.value) * 100)));

  /**
   * Asks for a place, brings the file there and has it looked at.
   * @returns the release's id, or null when it did not work; the problem says why
   */
  async function run(
    environment: Environment,
    file: File,
    open: () => Promise<Opened>,
  ): Promise<string | null> {
    if (busy.value) return null;
    stopper = new AbortController();
    problem.value = null;
    sent.value = 0;
    total.value = file.size;
    try {
      stage.value = 'opening';
      const { downloadId: id, uploadUrl } = await open();
      downloadId.value = id;
      stage.value = 'sending';
      const { signal } = stopper;
      await sendFile(uploadUrl, file, { signal, onProgress: (bytes) => (sent.value = bytes) });
      stage.value = 'checking';
      await finish({ environment, id }, await checksumOf(file));
      stage.value = 'done';
      return id;
    } catch (cause) {
      problem.value = toProblem(cause);
      stage.value = 'failed';
      return null;
    }
  }
  function cancel(): void {
    stopper.abort();
  }
  /** As before anything was chosen. */
  function reset(): void {
    stage.value = 'idle';
    problem.value = null;
    downloadId.value = null;
  }
  onScopeDispose(cancel);
  return { stage, busy, sent, total, percent, problem, downloadId, run, cancel, reset };
}
export type Upload = ReturnType<typeof useUpload>;
