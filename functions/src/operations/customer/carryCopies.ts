import type { Activation } from '@latchkey/domain/activation/activation';
import {
  orphanedDevice,
  orphanedLicense,
  renamedDevice,
  renamedLicense,
} from '@latchkey/domain/customer/copies';
import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { customerPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Versioned } from '../../firestore/records.ts';
import { toCustomer } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites, updateActivation, updateLicense } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { devicePage, licensePage, PAGE } from './ownedPages.ts';

/** Carries a customer's present name into their licenses and devices, page by page. */
export async function carryName(call: Call, environment: Environment, customerId: string): Promise<void> {
  const path = customerPath(environment, customerId);
  /** Two renames at once: each page has the name of the record as it is in that very commit. */
  const withName = async (decide: (name: string | null) => Write[]): Promise<void> => {
    const customer = toCustomer(environment)((await call.store.getAll<never>([path]))[0]);
    const writes = customer ? decide(customer.record.name) : [];
    if (customer && writes.length > 0) {
      await call.store.commit([{ kind: 'check', path, if: customer.version }, ...writes]);
    }
  };
  await everyPage(call, environment, customerId, licensePage, (page) =>
    withName((name) => page.flatMap((license) => update(license, renamedLicense(license.record, name)))),
  );
  await everyPage(call, environment, customerId, devicePage, (page) =>
    withName((name) => page.flatMap((device) => updateDevice(device, renamedDevice(device.record, name)))),
  );
}

/** Takes a deleted customer's name, e-mail and id out of their licenses and devices, page by page. */
export async function forgetCustomer(
  call: Call,
  environment: Environment,
  customerId: string,
  deletedAt: Date,
): Promise<void> {
  await everyPage(call, environment, customerId, licensePage, (page) =>
    call.store.commit(
      page.flatMap((license) => {
        const orphan = orphanedLicense(license.record, deletedAt);
        if (orphan === null) return [];
        return [updateLicense(license, orphan.license), ...auditWrites(environment, call, [orphan.audit])];
      }),
    ),
  );
  await everyPage(call, environment, customerId, devicePage, (page) =>
    call.store.commit(
      page.flatMap((device) => updateDevice(device, orphanedDevice(device.record, deletedAt))),
    ),
  );
}

/** A page that somebody else changed meanwhile is read and decided again. */
async function everyPage<T extends { readonly id: string }>(
  call: Call,
  environment: Environment,
  customerId: string,
  read: (
    call: Call,
    environment: Environment,
    customerId: string,
    after: string | null,
  ) => Promise<Versioned<T>[]>,
  carry: (page: Versioned<T>[]) => Promise<void>,
): Promise<void> {
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await withRetry(customerId, async () => {
      const page = await read(call, environment, customerId, from);
      await carry(page);
      return page.length < PAGE ? null : (page.at(-1)?.record.id ?? null);
    });
  } while (after !== null);
}

function update(before: Versioned<License>, after: License | null): Write[] {
  return after === null ? [] : [updateLicense(before, after)];
}

function updateDevice(before: Versioned<Activation>, after: Activation | null): Write[] {
  return after === null ? [] : [updateActivation(before, after)];
}
