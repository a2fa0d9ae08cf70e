import { isEnvironment, type Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { useLiveDoc } from '../../firebase/useLiveDoc.ts';
import { licensesPath, readLicense } from '../readLicense.ts';

/** The environment that an address names; what is none of them holds nothing of anybody. */
export function environmentOf(text: string): Environment {
  return isEnvironment(text) ? text : 'production';
}

/** One license of the customer who is signed in, live. */
export function useOwnLicense(address: () => { readonly environment: Environment; readonly id: string }) {
  return useLiveDoc<License>(
    () => `${licensesPath(address().environment)}/${address().id}`,
    (id, data) => readLicense(address().environment)(id, data),
  );
}
