export const VALIDITY_UNITS = ['days', 'months', 'years'] as const;
/** A century at most: further ahead is Lifetime. */
export const MAX_VALIDITY: Readonly<Record<Validity['unit'], number>> = {
  days: 36_500,
  months: 1_200,
  years: 100,
};

/** How long a license lives, counted in UTC calendar units from assignment or first activation. */
export interface Validity {
  readonly amount: number;
  readonly unit: (typeof VALIDITY_UNITS)[number];
  readonly from: 'assignment' | 'activation';
}

/** `start` plus the validity, clamped at month ends: 31 January + 1 month = 28 or 29 February. */
export function validUntil(validity: Validity, start: Date): Date {
  switch (validity.unit) {
    case 'days':
      return addDays(start, validity.amount);
    case 'months':
      return addMonths(start, validity.amount);
    case 'years':
      return addMonths(start, validity.amount * 12);
  }
}

/** "30 days from assignment": what lists show until the validity starts. */
export function describeValidity(validity: Validity): string {
  const unit = validity.amount === 1 ? validity.unit.slice(0, -1) : validity.unit;
  const start = validity.from === 'assignment' ? 'assignment' : 'first activation';
  return `${validity.amount} ${unit} from ${start}`;
}

function addDays(start: Date, days: number): Date {
  const end = new Date(start.getTime());
  end.setUTCDate(end.getUTCDate() + days);
  return end;
}

function addMonths(start: Date, months: number): Date {
  const end = new Date(start.getTime());
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastDay));
  return end;
}
