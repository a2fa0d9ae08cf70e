import type { ObjectDirective } from 'vue';

/**
 * Puts the keyboard into the first field of a page, at once and only if it is nowhere else yet. (The
 * `autofocus` of text fields comes late, and may take the focus from where someone is already typing.)
 */
export const vFocus: ObjectDirective<HTMLElement> = {
  mounted(element) {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (nowhere) element.querySelector('input')?.focus();
  },
};
