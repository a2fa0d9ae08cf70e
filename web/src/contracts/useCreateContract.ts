import { ref, watch } from 'vue';
import type { ContractType } from '@latchkey/domain/contract/contract';
import { useEnvironment } from '../session/environment.ts';
import { useDisplayPreferences } from '../ui/display.ts';
import { useCheckedForm } from '../ui/useCheckedForm.ts';
import { useContractCommands } from './contractCommands.ts';
import { checkContractForm, emptyContractForm, type ContractErrors } from './contractForm.ts';

/** What Create Contract knows: the form, what is fixed once chosen, what is wrong, and how to send it. */
export function useCreateContract() {
  const environment = useEnvironment();
  const { timeZone } = useDisplayPreferences();
  const { create } = useContractCommands();
  const type = ref<ContractType>('standard');
  const productId = ref<string | null>(null);
  const form = ref(emptyContractForm());
  const { errors, busy, problem, submit } = useCheckedForm(check);

  // Generators belong to their product.
  watch(productId, () => (form.value.generatorId = null));

  function check() {
    const checked = checkContractForm(form.value, { timeZone: timeZone.value, opened: null });
    if (checked.ok && productId.value !== null) {
      return { ok: true, facts: checked.facts, productId: productId.value } as const;
    }
    const wrong: ContractErrors & { productId?: string } = {
      ...(!checked.ok && checked.errors),
      ...(productId.value === null && { productId: 'Choose a product.' }),
    };
    return { ok: false, errors: wrong } as const;
  }

  /** The new contract's id, or null when the form or the server said no; what was entered stays. */
  const send = (): Promise<string | null> =>
    submit(({ facts, productId: of }) =>
      create({ environment: environment.current, type: type.value, productId: of, facts }),
    );

  return { type, productId, form, errors, busy, problem, submit: send };
}
