import { computed, shallowRef, watch, type Ref } from 'vue';

/**
 * What a dialog asks about: `asked` is null while nothing is asked. `shown` is as it was when the question was
 * asked, as what the dialog says must not change under the hand, and stays while the dialog closes. `begin` is
 * told of every new question, so that its fields start afresh; closing takes the question back.
 */
export function useQuestion<T>(asked: Ref<T | null>, begin: (now: T) => void = () => undefined) {
  const shown = shallowRef<T | null>(null);
  const open = computed({
    get: () => asked.value !== null,
    set: (now) => {
      if (!now) asked.value = null;
    },
  });
  watch(
    asked,
    (now) => {
      if (now === null) return;
      shown.value = now;
      begin(now);
    },
    { immediate: true },
  );
  return { shown, open };
}
