import { useEventListener } from '@vueuse/core';

/** "/" brings the keyboard to a page's search, unless something is being written or chosen already. */
export function useSlashKey(field: () => HTMLInputElement | null | undefined): void {
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target;
    const writing =
      at instanceof HTMLElement && (at.isContentEditable || at.matches('input, textarea, select'));
    // A dialog keeps the keyboard for itself.
    if (writing || document.querySelector('.v-overlay--active [role="dialog"], .v-dialog.v-overlay--active'))
      return;
    const input = field();
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
