import { refDebounced } from '@vueuse/core';
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';

const PAUSE_MS = 300;
/** A single character would match nearly everything. */
export const SHORTEST = 2;

/**
 * What is typed into a list's search, and what of it is asked for once typing pauses. The address follows, and
 * the text follows the address, unless that is only its beginning: an address may hold no whole key.
 */
export function useSearchText(address: {
  readonly text: () => string;
  /** How an address would hold the text. */
  readonly shortened: (text: string) => string;
  readonly replace: (text: string) => void;
}): { typed: Ref<string>; settled: ComputedRef<string> } {
  const typed = ref(address.text());
  const debounced = refDebounced(typed, PAUSE_MS);

  watch(debounced, (text) => {
    if (address.shortened(text) !== address.text()) address.replace(text);
  });
  watch(address.text, (text) => {
    if (address.shortened(typed.value) !== text) typed.value = text;
  });
  const settled = computed(() => {
    const text = debounced.value.trim();
    return text.length < SHORTEST ? '' : text;
  });
  return { typed, settled };
}
