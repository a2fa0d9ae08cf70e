import { describeValidity } from '../generator/validity.ts';
import type { License } from '../license/license.ts';
import { UNLIMITED } from '../license/license.ts';
import type { MailValues } from './template.ts';

/** What a mail says of a license. The whole key is among it: callers hand this to nothing but a mail. */
export function licenseValues(license: License): MailValues {
  return {
    customerName: license.customerName ?? license.customerEmail ?? '',
    product: license.productName,
    licenseKey: license.key,
    keyHint: license.keyHint,
    activationLimit: limitWords(license.activationLimit),
    expires: license.expiresAt === null ? unstartedWords(license) : dayWords(license.expiresAt),
    reason: license.publicReason ?? '',
  };
}

function limitWords(limit: number): string {
  if (limit === UNLIMITED) return 'any number of devices';
  return limit === 1 ? '1 device' : `${limit} devices`;
}

function unstartedWords({ validity }: License): string {
  return validity === null ? 'never' : describeValidity(validity);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "31 March 2027", the day in UTC. */
export function dayWords(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function daysLeftWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
