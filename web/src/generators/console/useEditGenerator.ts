import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue';
import type { GeneratorFacts } from '@latchkey/domain/generator/commands';
import type { Generator } from '@latchkey/domain/generator/generator';
import { sameJson } from '@latchkey/domain/json';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { changedFacts, checkGeneratorForm, generatorFormOf, type GeneratorForm } from './generatorForm.ts';
import { useGeneratorCommands } from './useGeneratorCommands.ts';

/**
 * What Edit Generator knows. The form holds the generator as it was opened; when somebody changes it meanwhile
 * the form says so and keeps what was entered, and "take over" goes on from the newer state.
 */
export function useEditGenerator(generator: Readonly<Ref<Generator | null>>) {
  const { give } = useGeneratorCommands();
  const opened = shallowRef<Generator | null>(null);
  const form = ref<GeneratorForm | null>(null);
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);

  watch(
    generator,
    (next) => {
      if (opened.value !== null || next === null) return;
      opened.value = next;
      form.value = generatorFormOf(next);
    },
    { immediate: true },
  );

  const checked = computed(() => (form.value === null ? null : checkGeneratorForm(form.value)));
  const errors = computed(() => (tried.value && checked.value?.ok === false ? checked.value.errors : {}));
  const changes = computed<Partial<GeneratorFacts>>(() =>
    checked.value?.ok === true && opened.value ? changedFacts(opened.value, checked.value.facts) : {},
  );
  const changed = computed(() => Object.keys(changes.value) as (keyof GeneratorFacts)[]);
  const outdated = computed(
    () =>
      generator.value !== null && opened.value !== null && generator.value.revision !== opened.value.revision,
  );

  /** Goes on from the newer state: fields that were not touched take its values, the others stay as entered. */
  function takeOver(): void {
    if (generator.value === null || opened.value === null || form.value === null) return;
    const before = generatorFormOf(opened.value);
    const mine = form.value;
    const names = Object.keys(mine) as (keyof GeneratorForm)[];
    const touched = names.filter((name) => !sameJson(mine[name], before[name]));
    const kept = Object.fromEntries(touched.map((name) => [name, mine[name]]));
    form.value = { ...generatorFormOf(generator.value), ...kept };
    opened.value = generator.value;
    problem.value = null;
  }

  /** true when it was saved */
  async function save(): Promise<boolean> {
    tried.value = true;
    problem.value = null;
    if (busy.value || opened.value === null || checked.value?.ok !== true) return false;
    if (changed.value.length === 0) return true;
    busy.value = true;
    try {
      const { revision } = opened.value;
      await give(opened.value, { type: 'edit', revision, changes: changes.value });
      return true;
    } catch (cause) {
      problem.value = toProblem(cause);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return reactive({ form, errors, changed, outdated, busy, problem, save, takeOver });
}
