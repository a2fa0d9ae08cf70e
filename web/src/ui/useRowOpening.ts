import { useRouter } from 'vue-router';

/**
 * What a click or Enter on a row of a list does: opens its page, with Ctrl, Cmd or the middle button in a new tab;
 * a row that is no page is told to the list.
 * @param pageOf the page of a row, as a path; none where rows are no pages
 */
export function useRowOpening<Row>(
  pageOf: () => ((row: Row) => string) | undefined,
  tell: (row: Row) => void,
) {
  const router = useRouter();

  function open(row: Row, { ctrlKey, metaKey }: MouseEvent | KeyboardEvent, middle = false): void {
    const path = pageOf()?.(row);
    if (path === undefined) {
      if (!middle) tell(row);
    } else if (ctrlKey || metaKey || middle) {
      window.open(router.resolve(path).href, '_blank', 'noopener');
    } else void router.push(path);
  }

  return {
    /** Only keys pressed on the row itself: a button inside it has its own Enter. */
    onKey: (event: KeyboardEvent, row: Row): void => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open(row, event);
    },
    /** A click on a control inside the row belongs to the control, and selecting text opens nothing. */
    onClick: (event: MouseEvent, row: Row): void => {
      const { target, type, button } = event;
      const inside = target instanceof Element && target.closest('a, button, input, label') !== null;
      const middle = type === 'auxclick';
      if (inside || (middle && button !== 1) || getSelection()?.toString() !== '') return;
      open(row, event, middle);
    },
  };
}
