import { computed, inject, type InjectionKey, type Ref } from 'vue';

/** How the person wants things shown; provided once by the app, so that these parts know no store. */
export interface Display {
  /** IANA name of the zone in which times are shown. */
  readonly timeZone: Readonly<Ref<string>>;
  readonly density: Readonly<Ref<'comfortable' | 'compact'>>;
}

export const displayKey: InjectionKey<Display> = Symbol('display');

/** Inside a table the row is what takes the keyboard's focus, so that its cells do not. */
export const insideTableKey: InjectionKey<boolean> = Symbol('inside table');

export function useDisplayPreferences(): Display {
  return inject(
    displayKey,
    () => ({
      timeZone: computed(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
      density: computed(() => 'comfortable' as const),
    }),
    true,
  );
}
