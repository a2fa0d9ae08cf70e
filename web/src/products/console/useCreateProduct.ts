import { computed, ref, shallowRef } from 'vue';
import type { CreateProductAnswer, CreateProductRequest } from '@latchkey/domain/wire/console/createProduct';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useEnvironment } from '../../session/environment.ts';
import { checkProductForm, emptyProductForm, type ProductErrors } from './productForm.ts';

const create = callable<CreateProductRequest, CreateProductAnswer>('createProduct');

/** What Create Product knows: the form, what is wrong with it, and how to send it. */
export function useCreateProduct() {
  const environment = useEnvironment();
  const form = ref(emptyProductForm());
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  const checked = computed(() => checkProductForm(form.value));
  const errors = computed<ProductErrors>(() =>
    tried.value && !checked.value.ok ? checked.value.errors : {},
  );

  /** The new product's id, or null when the form or the server said no; what was entered stays. */
  async function submit(): Promise<string | null> {
    tried.value = true;
    problem.value = null;
    if (busy.value || !checked.value.ok) return null;
    busy.value = true;
    try {
      const { facts } = checked.value;
      const request = {
        environment: environment.current,
        productId: form.value.id,
        facts: { ...facts, features: [...facts.features] },
      };
      return accepted(await create(request)).productId;
    } catch (cause) {
      problem.value = toProblem(cause);
      return null;
    } finally {
      busy.value = false;
    }
  }

  return { form, errors, busy, problem, submit };
}
