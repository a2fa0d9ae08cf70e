import { nextTick, watch, type Ref } from 'vue';

/** Where the keyboard was when something opened it is again when that has closed. */
export function useFocusBack(open: Readonly<Ref<boolean>>): void {
  let before: Element | null = null;
  watch(
    open,
    async (now) => {
      if (now) {
        before = document.activeElement;
        return;
      }
      await nextTick();
      if (before instanceof HTMLElement) before.focus();
    },
    { immediate: true },
  );
}
