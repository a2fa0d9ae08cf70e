import { computed, ref, shallowRef } from 'vue';
import type {
  CreateGeneratorAnswer,
  CreateGeneratorRequest,
} from '@latchkey/domain/wire/console/createGenerator';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useEnvironment } from '../../session/environment.ts';
import { checkGeneratorForm, emptyGeneratorForm, type GeneratorErrors } from './generatorForm.ts';

const create = callable<CreateGeneratorRequest, CreateGeneratorAnswer>('createGenerator');

/** What Create Generator knows: the form, its product, what is wrong with it, and how to send it. */
export function useCreateGenerator(chosenProduct: string | null) {
  const environment = useEnvironment();
  const productId = ref(chosenProduct);
  const form = ref(emptyGeneratorForm());
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  const checked = computed(() => checkGeneratorForm(form.value));
  const errors = computed<GeneratorErrors & { productId?: string }>(() =>
    tried.value
      ? {
          ...(!checked.value.ok && checked.value.errors),
          ...(productId.value === null && { productId: 'Choose a product.' }),
        }
      : {},
  );

  /** The new generator's id, or null when the form or the server said no; what was entered stays. */
  async function submit(): Promise<string | null> {
    tried.value = true;
    problem.value = null;
    if (busy.value || !checked.value.ok || productId.value === null) return null;
    busy.value = true;
    try {
      const { facts } = checked.value;
      const request = { environment: environment.current, productId: productId.value, facts };
      return accepted(await create(request)).generatorId;
    } catch (cause) {
      problem.value = toProblem(cause);
      return null;
    } finally {
      busy.value = false;
    }
  }

  return { productId, form, errors, busy, problem, submit };
}
