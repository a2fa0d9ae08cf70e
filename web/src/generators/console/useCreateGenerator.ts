import { ref } from 'vue';
import type {
  CreateGeneratorAnswer,
  CreateGeneratorRequest,
} from '@latchkey/domain/wire/console/createGenerator';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useCheckedForm } from '../../ui/useCheckedForm.ts';
import { checkGeneratorForm, emptyGeneratorForm, type GeneratorErrors } from './generatorForm.ts';

const create = callable<CreateGeneratorRequest, CreateGeneratorAnswer>('createGenerator');

/** What Create Generator knows: the form, its product, what is wrong with it, and how to send it. */
export function useCreateGenerator(chosenProduct: string | null) {
  const environment = useEnvironment();
  const productId = ref(chosenProduct);
  const form = ref(emptyGeneratorForm());
  const { errors, busy, problem, submit } = useCheckedForm(check);

  function check() {
    const checked = checkGeneratorForm(form.value);
    if (checked.ok && productId.value !== null) {
      return { ok: true, facts: checked.facts, productId: productId.value } as const;
    }
    const wrong: GeneratorErrors & { productId?: string } = {
      ...(!checked.ok && checked.errors),
      ...(productId.value === null && { productId: 'Choose a product.' }),
    };
    return { ok: false, errors: wrong } as const;
  }

  /** The new generator's id, or null when the form or the server said no; what was entered stays. */
  const send = (): Promise<string | null> =>
    submit(async ({ facts, productId: of }) => {
      const request = { environment: environment.current, productId: of, facts };
      return accepted(await create(request)).generatorId;
    });

  return { productId, form, errors, busy, problem, submit: send };
}
