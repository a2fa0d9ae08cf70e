import { ref } from 'vue';
import type { CreateProductAnswer, CreateProductRequest } from '@latchkey/domain/wire/console/createProduct';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useCheckedForm } from '../../ui/useCheckedForm.ts';
import { checkProductForm, emptyProductForm } from './productForm.ts';

const create = callable<CreateProductRequest, CreateProductAnswer>('createProduct');

/** What Create Product knows: the form, what is wrong with it, and how to send it. */
export function useCreateProduct() {
  const environment = useEnvironment();
  const form = ref(emptyProductForm());
  const { errors, busy, problem, submit } = useCheckedForm(() => checkProductForm(form.value));

  /** The new product's id, or null when the form or the server said no; what was entered stays. */
  const send = (): Promise<string | null> =>
    submit(async ({ facts }) => {
      const all = { ...facts, features: [...facts.features] };
      const request = { environment: environment.current, productId: form.value.id, facts: all };
      return accepted(await create(request)).productId;
    });

  return { form, errors, busy, problem, submit: send };
}
