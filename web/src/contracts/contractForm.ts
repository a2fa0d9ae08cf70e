import { computed, reactive, ref } from 'vue';
import type { Contract, ContractType } from '@latchkey/domain/contract/contract';
import { DEFAULT_RATES } from '@latchkey/domain/contract/contract';
import type { CreateContractRequest } from '@latchkey/domain/wire/console/contracts';
import { checkJsonText, jsonText } from '../ui/jsonText.ts';
import { useAttempt } from '../ui/useAttempt.ts';
import { dayOf, endOfDay } from '../ui/zonedDate.ts';

interface ContractForm {
  name: string;
  type: ContractType;
  productId: string | null;
  generatorId: string | null;
  quota: string;
  limit: string;
  /** JSON; "" = as product and generator have them. */
  features: string;
  /** The last day, as a date field gives it. */
  day: string;
  perMinute: string;
  perHour: string;
  perDay: string;
}

/** Texts as they are typed; "" = not given. */
export function useContractForm(timeZone: () => string) {
  const form = reactive<ContractForm>({
    name: '',
    type: 'standard',
    productId: null,
    generatorId: null,
    quota: '100',
    limit: '',
    features: '',
    day: '',
    perMinute: String(DEFAULT_RATES.perMinute),
    perHour: String(DEFAULT_RATES.perHour),
    perDay: String(DEFAULT_RATES.perDay),
  });
  const tried = ref(false);
  const { busy, problem, attempt } = useAttempt();
  const whole = (text: string): boolean => /^-?\d{1,7}$/.test(text.trim());
  const errors = computed(() => {
    if (!tried.value) return {};
    return {
      name: form.name.trim().length >= 3 ? null : 'A name has at least 3 characters.',
      productId: form.productId === null ? 'Choose a product.' : null,
      generatorId: form.generatorId === null ? 'Choose a generator.' : null,
      quota: whole(form.quota) ? null : 'Enter a whole number.',
      limit:
        form.limit.trim() === '' || whole(form.limit) ? null : 'Enter a whole number, or -1 for unlimited.',
      rates: [form.perMinute, form.perHour, form.perDay].every(whole) ? null : 'Enter whole numbers.',
    } as const;
  });

  /** A stored contract, to be edited. */
  function fill(contract: Contract): void {
    form.name = contract.name;
    form.type = contract.type;
    form.productId = contract.productId;
    form.generatorId = contract.generatorId;
    form.quota = String(contract.quota);
    form.limit = contract.activationLimit === null ? '' : String(contract.activationLimit);
    form.features = contract.features === null ? '' : jsonText(contract.features);
    form.day = contract.expiresAt === null ? '' : dayOf(contract.expiresAt, timeZone());
    form.perMinute = String(contract.rates.perMinute);
    form.perHour = String(contract.rates.perHour);
    form.perDay = String(contract.rates.perDay);
  }

  /** null = something is missing, and said beside its field. */
  function facts(): CreateContractRequest['facts'] | null {
    tried.value = true;
    if (form.generatorId === null || form.productId === null) return null;
    if (Object.values(errors.value).some((error) => error !== null)) return null;
    // Its field says what is wrong with it.
    const features = checkJsonText(form.features, 'features');
    if (!features.ok) return null;
    return {
      name: form.name.trim(),
      generatorId: form.generatorId,
      quota: Number(form.quota),
      activationLimit: form.limit.trim() === '' ? null : Number(form.limit),
      features: features.value ?? null,
      expiresAt: form.day === '' ? null : (endOfDay(form.day, timeZone())?.toISOString() ?? null),
      rates: {
        perMinute: Number(form.perMinute),
        perHour: Number(form.perHour),
        perDay: Number(form.perDay),
      },
    };
  }

  return { form, errors, busy, problem, fill, facts, attempt };
}
