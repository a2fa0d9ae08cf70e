import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import type { RawDoc } from '../firebase/description.ts';
import type { Live } from '../firebase/useLive.ts';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import type { PagePlace } from './listUrl.ts';

interface Anchor<Row> {
  /** null = the first page, or not known yet. */
  readonly row: ComputedRef<Row | null>;
  /** Set while the row, which came with the address, is being read: no page can be asked for yet. */
  readonly reading: ComputedRef<Live<Row | null> | null>;
  readonly remember: (row: Row) => void;
}

/** The row beside the page: remembered from the page before, read once when it came with the address. */
export function useAnchor<Row extends { readonly id: string }>(plan: {
  readonly place: () => PagePlace | null;
  readonly within: () => string;
  readonly read: (id: string, data: RawDoc['data']) => Row;
  /** The row is gone, so the page cannot be found again. */
  readonly lost: () => void;
}): Anchor<Row> {
  const known = shallowRef<Row | null>(null);
  const missing = computed(() => {
    const id = plan.place()?.id;
    return id === undefined || known.value?.id === id ? null : id;
  });
  const live = useLiveDoc<Row>(
    () => (missing.value === null ? null : `${plan.within()}/${missing.value}`),
    plan.read,
  );
  watch([live.data, live.state], ([row, state]) => {
    if (missing.value === null || state !== 'ready') return;
    if (row === null) plan.lost();
    else known.value = row;
  });
  return {
    row: computed(() => (plan.place() === null ? null : known.value)),
    reading: computed(() => (missing.value === null ? null : live)),
    remember: (row) => (known.value = row),
  };
}
