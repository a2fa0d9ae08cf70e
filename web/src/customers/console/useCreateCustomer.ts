import { computed, reactive, ref, shallowRef, toRef } from 'vue';
import { foldEmail } from '@latchkey/domain/customer/customer';
import type {
  CreateCustomerAnswer,
  CreateCustomerRequest,
} from '@latchkey/domain/wire/console/createCustomer';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useEnvironment } from '../../session/environment.ts';
import { checkCustomer } from '../customerForm.ts';
import { useCustomerSuggestions } from '../useCustomerSuggestions.ts';

const create = callable<CreateCustomerRequest, CreateCustomerAnswer>('createCustomer');

/** What Create customer knows: the form, whether the address is taken, and how to send it. */
export function useCreateCustomer() {
  const environment = useEnvironment();
  const form = reactive({ email: '', name: '' });
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  const found = useCustomerSuggestions(toRef(() => form.email));

  const existing = computed(() => found.value.find(({ email }) => email === foldEmail(form.email)) ?? null);
  const checked = computed(() => checkCustomer(form));
  const errors = computed(() => {
    if (!tried.value || checked.value.ok) return { email: null, name: null };
    return checked.value;
  });

  /** The new customer's id, or null when the form or the server said no; what was entered stays. */
  async function submit(): Promise<string | null> {
    tried.value = true;
    problem.value = null;
    if (busy.value || !checked.value.ok) return null;
    busy.value = true;
    try {
      const { customer } = checked.value;
      return accepted(await create({ environment: environment.current, customer })).customerId;
    } catch (cause) {
      problem.value = toProblem(cause);
      return null;
    } finally {
      busy.value = false;
    }
  }

  return { form, errors, existing, busy, problem, submit };
}
