import { computed, reactive, ref, shallowRef, watch } from 'vue';
import type { Generator } from '@latchkey/domain/generator/generator';
import { describeValidity } from '@latchkey/domain/generator/validity';
import { defaultFeatures } from '@latchkey/domain/product/features';
import type { IssueLicenseAnswer, IssueLicenseRequest } from '@latchkey/domain/wire/console/issueLicense';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import type { Live } from '../../firebase/useLive.ts';
import { useProducts } from '../../products/useProducts.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useDisplayPreferences } from '../../ui/display.ts';
import { limitSign } from '../slotWords.ts';
import { checkIssueForm, emptyIssueForm, type IssueErrors } from './issueForm.ts';

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
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);

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

  const checked = computed(() =>
    checkIssueForm(form, { environment: environment.current, timeZone: timeZone.value, now: new Date() }),
  );
  const errors = computed<IssueErrors>(() => (tried.value && !checked.value.ok ? checked.value.errors : {}));

  /** The new license's id, or null when the form or the server said no; what was entered stays. */
  async function submit(): Promise<string | null> {
    tried.value = true;
    problem.value = null;
    if (busy.value || !checked.value.ok) return null;
    busy.value = true;
    try {
      return accepted(await issue(checked.value.request)).licenseId;
    } catch (cause) {
      problem.value = toProblem(cause);
      return null;
    } finally {
      busy.value = false;
    }
  }

  return { form, products, generators, defaults, errors, busy, problem, submit };
}
