import { computed, nextTick, watch } from 'vue';
import { useRoute } from 'vue-router';

/**
 * The operation that the page's address names ("#createLicense"), brought into view with the keyboard on it, now and
 * whenever the address changes.
 * @param ready whether the operations are there
 * @param show makes sure that the operation is among those that are shown
 */
export function useWantedOperation(ready: () => boolean, show: (id: string) => void) {
  const route = useRoute();
  const wanted = computed(() => decodeURIComponent(route.hash.slice(1)));

  watch(
    [wanted, ready],
    async ([id]) => {
      if (id === '' || !ready()) return;
      show(id);
      await nextTick();
      // The router brings each new address to the top first.
      requestAnimationFrame(() => {
        const card = document.getElementById(id);
        card?.scrollIntoView();
        card?.querySelector('summary')?.focus({ preventScroll: true });
      });
    },
    { immediate: true },
  );
  return wanted;
}
