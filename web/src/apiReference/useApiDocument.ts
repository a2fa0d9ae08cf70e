import { ref, shallowRef } from 'vue';
import { DOCUMENT_ADDRESS, type ApiDocument } from './document.ts';

/** The document that programs read, as the server has it now. */
export function useApiDocument() {
  const document = shallowRef<ApiDocument | null>(null);
  const failed = ref(false);

  async function load(): Promise<void> {
    failed.value = false;
    try {
      const answer = await fetch(DOCUMENT_ADDRESS);
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      document.value = (await answer.json()) as ApiDocument;
    } catch {
      failed.value = true;
    }
  }
  void load();
  return { document, failed, load };
}
