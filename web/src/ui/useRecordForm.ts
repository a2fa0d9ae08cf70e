import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { sameJson } from '@latchkey/domain/json';
import { useCheckedForm, type Checked, type Right } from './useCheckedForm.ts';

type CheckedEdit = Checked &
  ({ readonly ok: false } | { readonly ok: true; readonly changed: readonly string[] });

interface Plan<Stored extends object, Form extends object, C extends CheckedEdit, Said> {
  /** The record as it is now; null while it loads, and when it is gone. */
  readonly stored: () => Stored | null;
  readonly revisionOf: (stored: Stored) => number;
  readonly formOf: (stored: Stored) => Form;
  /** What is wrong with the form, or what it changes. */
  readonly check: (form: Form, opened: Stored) => C;
  readonly send: (right: Right<C>, opened: Stored) => Promise<Said>;
}

/**
 * What a form knows that edits a record. It holds the record as it was opened; when somebody changes it meanwhile
 * the form says so and keeps what was entered, and "take over" goes on from the newer state.
 */
export function useRecordForm<Stored extends object, Form extends object, C extends CheckedEdit, Said>(
  plan: Plan<Stored, Form, C, Said>,
) {
  const opened = shallowRef<Stored | null>(null);
  const form = ref(null) as Ref<Form | null>;
  let asOpened: Form | null = null;
  const { right, errors, busy, problem, inOrder, submit } = useCheckedForm(() =>
    form.value === null || opened.value === null ? null : plan.check(form.value, opened.value),
  );

  watch(
    plan.stored,
    (next) => {
      if (opened.value !== null || next === null) return;
      opened.value = next;
      asOpened = plan.formOf(next);
      form.value = structuredClone(asOpened);
    },
    { immediate: true },
  );

  const changed = computed<Right<C>['changed']>(() => right.value?.changed ?? []);
  const outdated = computed(() => {
    const now = plan.stored();
    return now !== null && opened.value !== null && plan.revisionOf(now) !== plan.revisionOf(opened.value);
  });

  /** Goes on from the newer state: fields that were not touched take its values, the others stay as entered. */
  function takeOver(): void {
    const now = plan.stored();
    if (now === null || asOpened === null || form.value === null) return;
    const newer = plan.formOf(now);
    form.value = mergeForms(asOpened, form.value, structuredClone(newer));
    asOpened = newer;
    opened.value = now;
    problem.value = null;
  }

  /** What came of it; "unchanged" where there was nothing to send, null when the form or the server said no. */
  async function save(): Promise<Said | 'unchanged' | null> {
    const from = opened.value;
    if (from === null) return null;
    return submit<Said | 'unchanged'>(async (sent) =>
      sent.changed.length === 0 ? 'unchanged' : plan.send(sent, from),
    );
  }

  return { form, opened, errors, changed, outdated, busy, problem, inOrder, save, takeOver };
}

/** Field by field: what the person changed stays, the rest follows the newer state. */
export function mergeForms<Form extends object>(before: Form, mine: Form, newer: Form): Form {
  const names = Object.keys(mine) as (keyof Form)[];
  const touched = names.filter((name) => !sameJson(mine[name], before[name]));
  return { ...newer, ...Object.fromEntries(touched.map((name) => [name, mine[name]])) };
}
