import { computed, reactive, toRef } from 'vue';
import { foldEmail } from '@latchkey/domain/customer/customer';
import type {
  CreateCustomerAnswer,
  CreateCustomerRequest,
} from '@latchkey/domain/wire/console/createCustomer';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useCheckedForm } from '../../ui/useCheckedForm.ts';
import { checkCustomer } from '../customerForm.ts';
import { useCustomerSuggestions } from '../useCustomerSuggestions.ts';

const create = callable<CreateCustomerRequest, CreateCustomerAnswer>('createCustomer');

/** What Create customer knows: the form, whether the address is taken, and how to send it. */
export function useCreateCustomer() {
  const environment = useEnvironment();
  const form = reactive({ email: '', name: '' });
  const found = useCustomerSuggestions(toRef(() => form.email));

  const existing = computed(() => found.value.find(({ email }) => email === foldEmail(form.email)) ?? null);
  const { errors, busy, problem, submit } = useCheckedForm(() => {
    const checked = checkCustomer(form);
    return checked.ok ? checked : { ok: false, errors: { email: checked.email, name: checked.name } };
  });

  /** The new customer's id, or null when the form or the server said no; what was entered stays. */
  const send = (): Promise<string | null> =>
    submit(
      async ({ customer }) =>
        accepted(await create({ environment: environment.current, customer })).customerId,
    );

  return { form, errors, existing, busy, problem, submit: send };
}
