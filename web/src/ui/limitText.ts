import { UNLIMITED } from '@latchkey/domain/license/license';
import { activationLimit } from '@latchkey/domain/wire/console/fields';

/** How a form says how many devices there may be. */
export interface LimitChoice {
  unlimited: boolean;
  /** As typed; empty = as the generator has it, where there is one. */
  text: string;
}

export type CheckedLimit =
  { readonly ok: true; readonly limit: number | undefined } | { readonly ok: false; readonly error: string };

const ERROR = 'Enter a whole number from 1 to 10000, or choose unlimited.';

export function checkLimitChoice(choice: Readonly<LimitChoice>): CheckedLimit {
  if (choice.unlimited) return { ok: true, limit: UNLIMITED };
  const text = choice.text.trim();
  if (text === '') return { ok: true, limit: undefined };
  const parsed = activationLimit.safeParse(Number(text));
  // -1 has its own switch; typed here it is most likely a slip.
  return parsed.success && parsed.data !== UNLIMITED
    ? { ok: true, limit: parsed.data }
    : { ok: false, error: ERROR };
}

export function limitChoice(limit: number): LimitChoice {
  return limit === UNLIMITED ? { unlimited: true, text: '' } : { unlimited: false, text: String(limit) };
}
