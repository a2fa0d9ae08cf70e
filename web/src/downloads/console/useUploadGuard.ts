import { useEventListener } from '@vueuse/core';
import { onBeforeRouteLeave } from 'vue-router';

/** Asks before a page is left on which a file is on its way: leaving breaks the upload off. */
export function useUploadGuard(busy: () => boolean): void {
  useEventListener(window, 'beforeunload', (event) => {
    if (busy()) event.preventDefault();
  });
  onBeforeRouteLeave(
    () => !busy() || window.confirm('The file is not there yet. Leave and break off the upload?'),
  );
}
