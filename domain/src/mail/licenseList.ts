import { UNLIMITED, type License } from '../license/license.ts';

type Listed = Pick<License, 'productName' | 'key' | 'environment' | 'activationCount' | 'activationLimit'>;

/** Licenses as a mail lists them, each key in a line of its own. */
export function licenseList(licenses: readonly Listed[]): string {
  return licenses.map((license) => `${headOf(license)}:\n\n${license.key}`).join('\n\n');
}

function headOf({ productName, environment, activationCount, activationLimit }: Listed): string {
  const where = environment === 'production' ? '' : ` (${environment})`;
  const of = activationLimit === UNLIMITED ? '' : ` of ${activationLimit}`;
  return `${productName}${where}, used on ${activationCount}${of}`;
}
