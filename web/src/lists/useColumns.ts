import { computed, ref, watch, type ComputedRef } from 'vue';
import { useSession } from '../session/session.ts';
import { recall, remember } from '../session/storage.ts';
import type { Column } from '../ui/listTable.ts';

/** A column that may be switched off, as the menu shows it. */
export interface ColumnChoice {
  readonly key: string;
  readonly title: string;
  readonly shown: boolean;
}

export interface Columns {
  /** Keys of the columns that are switched off, for the table. */
  readonly hidden: ComputedRef<readonly string[]>;
  readonly choices: ComputedRef<readonly ColumnChoice[]>;
  readonly set: (key: string, shown: boolean) => void;
  /** As it was before anybody chose. */
  readonly reset: () => void;
}

/**
 * Which columns of a list are switched off: remembered per person on this browser. Columns that are `hideable`
 * take part; `hiddenAtFirst` names those that are off until somebody wants them.
 */
export function useColumns<Row>(
  list: string,
  columns: readonly Column<Row>[],
  hiddenAtFirst: readonly string[] = [],
): Columns {
  const session = useSession();
  const hideable = columns.filter((column) => column.hideable === true);
  const place = (): string => `columns.${list}.${session.user?.uid ?? ''}`;
  const kept = recall(place(), (value): value is string => typeof value === 'string');
  const off = ref<readonly string[]>(kept === null ? hiddenAtFirst : kept.split(','));

  watch(off, (keys) => remember(place(), keys === hiddenAtFirst ? null : keys.join(',')));

  const hidden = computed(() => hideable.map(({ key }) => key).filter((key) => off.value.includes(key)));
  return {
    hidden,
    choices: computed(() =>
      hideable.map(({ key, title }) => ({ key, title, shown: !hidden.value.includes(key) })),
    ),
    set: (key, shown) =>
      (off.value = shown ? off.value.filter((other) => other !== key) : [...hidden.value, key]),
    reset: () => (off.value = hiddenAtFirst),
  };
}
