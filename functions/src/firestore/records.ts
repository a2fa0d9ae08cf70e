import type { Activation } from '@latchkey/domain/activation/activation';
import type { Customer } from '@latchkey/domain/customer/customer';
import type { Environment } from '@latchkey/domain/environment';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { Job } from '@latchkey/domain/job/job';
import type { License, LicensePrivate } from '@latchkey/domain/license/license';
import type { Product } from '@latchkey/domain/product/product';
import type { Precondition, Snapshot } from './store.ts';
import { unchanged } from './store.ts';

/** A record with the handle that proves nobody changed it since it was read. */
export interface Versioned<T> {
  readonly record: T;
  readonly version: Precondition;
}

/** Id and environment are the document's place, not fields of it. */
type Placed = { readonly id: string; readonly environment: Environment };
export type Stored<T extends Placed> = Omit<T, 'id' | 'environment'>;

export function toStored<T extends Placed>(record: T): Stored<T> {
  const { id: _id, environment: _environment, ...fields } = record;
  return fields;
}

function placed<T extends Placed>(environment: Environment) {
  return (snapshot: Snapshot<Stored<T>> | undefined): Versioned<T> | null => {
    if (snapshot?.data === undefined) return null;
    const record = { ...snapshot.data, id: snapshot.id, environment } as unknown as T;
    return { record, version: unchanged(snapshot) };
  };
}

export const toLicense = (environment: Environment) => placed<License>(environment);
export const toActivation = (environment: Environment) => placed<Activation>(environment);
export const toProduct = (environment: Environment) => placed<Product>(environment);
export const toGenerator = (environment: Environment) => placed<Generator>(environment);
export const toCustomer = (environment: Environment) => placed<Customer>(environment);
export const toJob = (environment: Environment) => placed<Job>(environment);

export function toPrivate(snapshot: Snapshot<LicensePrivate> | undefined): LicensePrivate {
  return snapshot?.data ?? { metadata: {}, internalNote: null };
}
