import { newSecret } from '../apiKey/secret.ts';
import { ENVIRONMENTS, type Environment } from '../environment.ts';

/**
 * A contract's key: a prefix that secret scanners find, which environment it works in, and 40 letters and
 * digits (238 bits): lkc_production_…
 */
const FORM = /^lkc_(production|staging|development)_[A-Za-z0-9]{40}$/;

/** @param randomBytes bytes of a CSPRNG */
export function newContractKey(
  environment: Environment,
  randomBytes: (count: number) => Uint8Array,
): { readonly key: string; readonly hint: string } {
  return newSecret(`lkc_${environment}_`, randomBytes);
}

/** The environment that a key names; null = it is none of ours. */
export function contractKeyEnvironment(key: string): Environment | null {
  const named = FORM.exec(key)?.[1];
  return ENVIRONMENTS.find((environment) => environment === named) ?? null;
}
