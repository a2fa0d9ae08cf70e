import { endOfDay } from '../../ui/zonedDate.ts';

/** How a form says when a license ends. */
export interface ExpiryChoice {
  kind: 'default' | 'lifetime' | 'date';
  /** "2027-03-14"; counts only with "date". */
  day: string;
}

export type CheckedExpiry =
  | {
      readonly ok: true;
      /** undefined = as the generator has it. */ readonly expiresAt: Date | null | undefined;
    }
  | { readonly ok: false; readonly error: string };

/** The moment a choice means: picked days end at 23:59:59 in the person's zone. */
export function checkExpiryChoice(choice: Readonly<ExpiryChoice>, timeZone: string): CheckedExpiry {
  switch (choice.kind) {
    case 'default':
      return { ok: true, expiresAt: undefined };
    case 'lifetime':
      return { ok: true, expiresAt: null };
    case 'date': {
      const expiresAt = endOfDay(choice.day, timeZone);
      return expiresAt === null ? { ok: false, error: 'Pick a date.' } : { ok: true, expiresAt };
    }
  }
}
