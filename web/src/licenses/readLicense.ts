import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import type { RawDoc } from '../firebase/description.ts';

/** Where the licenses of an environment are. */
export function licensesPath(environment: Environment): string {
  return `environments/${environment}/licenses`;
}

/** Reads a license; id and environment are the document's place. Only the server writes, so its form is known. */
export function readLicense(environment: Environment) {
  return (id: string, data: RawDoc['data']): License => ({ ...data, id, environment }) as unknown as License;
}
