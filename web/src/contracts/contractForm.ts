import { checkQuota, checkRates } from '@latchkey/domain/contract/check';
import type { Contract } from '@latchkey/domain/contract/contract';
import { DEFAULT_RATES } from '@latchkey/domain/contract/contract';
import { UNLIMITED } from '@latchkey/domain/license/license';
import { activationLimit } from '@latchkey/domain/wire/console/fields';
import { contractFacts, type CreateContractRequest } from '@latchkey/domain/wire/console/contracts';
import { checkJsonText, jsonText } from '../ui/jsonText.ts';
import { dayOf, endOfDay } from '../ui/zonedDate.ts';

/** The fields of a contract as typed; "" = not given. Type and product are chosen once, outside of it. */
export interface ContractForm {
  name: string;
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

export type ContractField = 'name' | 'generatorId' | 'quota' | 'limit' | 'features' | 'day' | 'rates';
export type ContractErrors = Readonly<Partial<Record<ContractField, string>>>;
type Facts = CreateContractRequest['facts'];
export type CheckedContract =
  { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly errors: ContractErrors };

export function emptyContractForm(): ContractForm {
  return {
    name: '',
    generatorId: null,
    quota: '100',
    limit: '',
    features: '',
    day: '',
    perMinute: String(DEFAULT_RATES.perMinute),
    perHour: String(DEFAULT_RATES.perHour),
    perDay: String(DEFAULT_RATES.perDay),
  };
}

export function contractFormOf(contract: Contract, timeZone: string): ContractForm {
  const { name, generatorId, quota, activationLimit: limit, features, expiresAt, rates } = contract;
  return {
    name,
    generatorId,
    quota: String(quota),
    limit: limit === null ? '' : String(limit),
    features: features === null ? '' : jsonText(features),
    day: expiresAt === null ? '' : dayOf(expiresAt, timeZone),
    perMinute: String(rates.perMinute),
    perHour: String(rates.perHour),
    perDay: String(rates.perDay),
  };
}

/** Checks the form by the schema and the rules that the server uses; every wrong field has its sentence. */
export function checkContractForm(
  form: Readonly<ContractForm>,
  place: {
    readonly timeZone: string;
    /** Being edited; null = it is new. */ readonly opened: Contract | null;
  },
): CheckedContract {
  const { opened, timeZone } = place;
  const name = form.name.trim();
  const quota = checkQuota(wholeNumber(form.quota), opened?.used ?? 0);
  const limit = form.limit.trim() === '' ? null : wholeNumber(form.limit);
  const features = checkJsonText(form.features, 'features');
  const rates = {
    perMinute: wholeNumber(form.perMinute),
    perHour: wholeNumber(form.perHour),
    perDay: wholeNumber(form.perDay),
  };
  const refusedRates = checkRates(rates);
  const expiresAt = endOf(form.day, place);
  const errors: ContractErrors = {
    ...((name.length < 3 || name.length > 100) && { name: 'The name has 3 to 100 characters.' }),
    ...(form.generatorId === null && { generatorId: 'Choose a generator.' }),
    ...(quota && { quota: quota.reason }),
    ...(limit !== null &&
      !activationLimit.safeParse(limit).success && {
        limit: `Enter a whole number from 1 to 10000, or ${UNLIMITED} for unlimited.`,
      }),
    ...(!features.ok && { features: features.error }),
    ...(expiresAt === undefined && { day: 'This is not a day.' }),
    ...(refusedRates && { rates: refusedRates.reason }),
  };
  if (Object.keys(errors).length > 0 || !features.ok) return { ok: false, errors };
  const parsed = contractFacts.safeParse({
    name,
    generatorId: form.generatorId,
    quota: wholeNumber(form.quota),
    activationLimit: limit,
    features: features.value ?? null,
    expiresAt,
    rates,
  });
  if (parsed.success) return { ok: true, facts: parsed.data };
  return { ok: false, errors: { name: parsed.error.issues[0]?.message ?? 'This is not accepted.' } };

  /** A day that stands as it was opened keeps its second, whatever zone it was chosen in; undefined = no day. */
  function endOf(day: string, { opened: from }: typeof place): string | null | undefined {
    if (day === '') return null;
    const before = from?.expiresAt ?? null;
    if (before !== null && dayOf(before, timeZone) === day) return before.toISOString();
    return endOfDay(day, timeZone)?.toISOString();
  }
}

/** NaN = no whole number, which every rule refuses with its own sentence. */
function wholeNumber(text: string): number {
  return /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
