import { computed, reactive, watch } from 'vue';
import type { Generator } from '@latchkey/domain/generator/generator';
import { describeValidity } from '@latchkey/domain/generator/validity';
import { defaultFeatures } from '@latchkey/domain/product/features';
import type { IssueLicenseAnswer, IssueLicenseRequest } from '@latchkey/domain/wire/console/issueLicense';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import type { Live } from '../../firebase/useLive.ts';
import { useProducts } from '../../products/useProducts.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useDisplayPreferences } from '../../ui/display.ts';
import { useCheckedForm } from '../../ui/useCheckedForm.ts';
import { limitSign } from '../slotWords.ts';
import { checkIssueForm, emptyIssueForm } from './issueForm.ts';

const issue = callable<IssueLicenseRequest, IssueLicenseAnswer>('issueLicense');

/** What Create License knows: the form, its pickers, what the generator would do, and how to send it. */
export function useIssueLicense(
  generatorsOf: (productId: () => string | null) => Live<readonly Generator[]>,
) {
  const environment = useEnvironment();
  const { timeZone } = useDisplayPreferences();
  const form = reactive(emptyIssueForm());
  const products = useProducts('active');
  const generators = generatorsOf(() => form.productId);

  const product = computed(() => products.data.value.find(({ id }) => id === form.productId) ?? null);
  const generator = computed(() => generators.data.value.find(({ id }) => id === form.generatorId) ?? null);
  const defaults = computed(() => ({
    expiry:
      generator.value === null
        ? 'As the generator has it'
        : `As the generator has it: ${generator.value.validity ? describeValidity(generator.value.validity) : 'Lifetime'}`,
    limit: generator.value === null ? '' : limitSign(generator.value.activationLimit),
    features: JSON.stringify({
      ...(product.value && defaultFeatures(product.value)),
      ...generator.value?.features,
    }),
  }));

  // A product has its own generators; where there is but one, it is the choice.
  watch(
    () => form.productId,
    () => (form.generatorId = null),
  );
  watch(generators.data, (list) => {
    if (form.generatorId === null && list.length === 1) form.generatorId = list[0]?.id ?? null;
  });

  const { errors, busy, problem, submit } = useCheckedForm(() =>
    checkIssueForm(form, { environment: environment.current, timeZone: timeZone.value, now: new Date() }),
  );

  /** The new license's id, or null when the form or the server said no; what was entered stays. */
  const send = (): Promise<string | null> =>
    submit(async ({ request }) => accepted(await issue(request)).licenseId);

  return { form, products, generators, defaults, errors, busy, problem, submit: send };
}
