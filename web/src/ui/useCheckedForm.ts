import { computed, ref } from 'vue';
import { useAttempt } from './useAttempt.ts';

/** What a check says of a form: all that is needed to send it, or what is wrong, field by field. */
export type Checked = { readonly ok: true } | { readonly ok: false; readonly errors: object };
export type Right<C extends Checked> = Extract<C, { readonly ok: true }>;
export type Wrong<C extends Checked> = Extract<C, { readonly ok: false }>['errors'];

/**
 * A form that is checked as it is typed, tells what is wrong once somebody tried to send it, and is sent one at a
 * time. `check` is asked again whenever what it reads changes; null = there is nothing to check yet.
 */
export function useCheckedForm<C extends Checked>(check: () => C | null) {
  const { busy, problem, attempt } = useAttempt();
  const tried = ref(false);
  const checked = computed(check);
  const right = computed(() => (checked.value?.ok === true ? (checked.value as Right<C>) : null));
  const errors = computed<Partial<Wrong<C>>>(() =>
    tried.value && checked.value?.ok === false ? checked.value.errors : {},
  );

  /** Whether the form may be sent; from now on it shows what is wrong with it. */
  function inOrder(): boolean {
    tried.value = true;
    return right.value !== null;
  }

  /** What came of it, or null when the form or the server said no; what was entered stays. */
  async function submit<Said>(send: (right: Right<C>) => Promise<Said>): Promise<Said | null> {
    tried.value = true;
    problem.value = null;
    const sent = right.value;
    if (sent === null) return null;
    let said: Said | null = null;
    await attempt(async () => {
      said = await send(sent);
    });
    return said;
  }

  return { right, errors, busy, problem, inOrder, submit };
}
