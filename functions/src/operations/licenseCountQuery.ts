import type { Environment } from '@latchkey/domain/environment';
import type { LicenseStatus } from '@latchkey/domain/license/license';
import { envPath } from '../firestore/collections.ts';
import type { CountQuery, Filter } from '../firestore/store.ts';

/** Absent members do not narrow the count. */
export interface CountedLicenses {
  readonly status?: LicenseStatus | undefined;
  readonly productId?: string | undefined;
  readonly generatorId?: string | undefined;
  readonly customerId?: string | undefined;
  /** This moment and later. */
  readonly createdSince?: Date | undefined;
}

/** Each combination has its indexes; a test asks them all. */
export function licenseCountQuery(
  environment: Environment,
  { status, productId, generatorId, customerId, createdSince }: CountedLicenses,
): CountQuery {
  const where: Filter[] = [
    ...(status === undefined ? [] : [['status', '==', status] as const]),
    ...(productId === undefined ? [] : [['productId', '==', productId] as const]),
    ...(generatorId === undefined ? [] : [['generatorId', '==', generatorId] as const]),
    ...(customerId === undefined ? [] : [['customerId', '==', customerId] as const]),
    ...(createdSince === undefined ? [] : [['createdAt', '>=', createdSince] as const]),
  ];
  return { parent: envPath(environment), collection: 'licenses', where };
}
