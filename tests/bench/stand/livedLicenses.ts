import { identifierText } from '@latchkey/domain/activation/identifier';
import { foldKey } from '@latchkey/domain/key/fold';
import { generateKey } from '@latchkey/domain/key/generate';
import type { Environment } from '@latchkey/domain/environment';
import type { LicenseCommand } from '@latchkey/domain/license/commands';
import { activateDevice } from '@latchkey/domain/license/devices';
import { issueLicense } from '@latchkey/domain/license/issue';
import type { License } from '@latchkey/domain/license/license';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { activationId, customerId, keyHash } from '@latchkey/functions/crypto/keyHash';
import { newId, randomBytes } from '@latchkey/functions/crypto/random';
import { activationPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Write } from '@latchkey/functions/firestore/store';
import { newLicenseWrites } from '@latchkey/functions/operations/issueLicense';
import { ACTORS, DAY, aGenerator, aProduct } from '../../support/builders.ts';
import { PRODUCTS, personOf } from './livedNames.ts';

const STOPPED: Record<number, LicenseCommand> = {
  0: { type: 'inactivate', publicReason: 'Paused while the project rests.', note: null },
  1: { type: 'suspend', publicReason: 'The last payment did not arrive.', note: null },
  2: { type: 'revoke', publicReason: 'The purchase was refunded.', note: null },
};

/**
 * The documents of the n-th license, made and moved through its life by the product's own decisions: about a
 * sixth waits for a customer, a sixth for its first device, half is in use, the rest was stopped or has expired.
 */
export function livedLicense(environment: Environment, n: number, now: Date): Write[] {
  const issuedAt = new Date(now.getTime() - ((n * 7919) % 700) * DAY - (n % 86_400) * 1000);
  const issued = issue(environment, n, issuedAt);
  const hidden = { metadata: {}, internalNote: null };
  if (issued.status === 'available' || n % 6 === 1) return newLicenseWrites(issued, hidden);
  const used = activate(issued, n, new Date(issuedAt.getTime() + DAY));
  const license = later(used.license, n, new Date(issuedAt.getTime() + 2 * DAY), now);
  const path = activationPath(environment, used.device.id);
  return [...newLicenseWrites(license, hidden), { kind: 'set', path, data: toStored(used.device) }];
}

function issue(environment: Environment, n: number, at: Date): License {
  const person = n % 6 === 0 ? null : personOf(n);
  const customer = person && { id: customerId(person.email), ...person };
  const name = PRODUCTS[n % PRODUCTS.length] ?? '';
  const product = aProduct({ environment, id: name.toLowerCase().replaceAll(' ', '-'), name });
  const generator = aGenerator({
    environment,
    productId: product.id,
    activationLimit: 1 + (n % 5),
    validity: n % 3 === 0 ? null : { amount: 1, unit: 'years', from: 'assignment' },
  });
  const key = generateKey({ type: 'uuid' }, randomBytes);
  const made = { id: newId(), key, keyHash: keyHash(foldKey(key)) };
  const decision = issueLicense(
    { environment, customer },
    { product, generator, defaultGraceDays: 7 },
    made,
    at,
  );
  if (!decision.ok) throw new Error(`a license for the benchmark was refused: ${decision.code}`);
  return decision.license;
}

function activate(license: License, n: number, at: Date) {
  const identifier = { type: 'hardware', value: `HW-LIVED-${n}` } as const;
  const id = activationId(license.id, identifierText(identifier));
  return activateDevice(license, null, { id, identifier, label: 'Laptop', appVersion: null }, at);
}

/** Stopped by somebody, ended by time, or neither. */
function later(license: License, n: number, at: Date, now: Date): License {
  if (license.dueAt !== null && license.dueAt <= now) return command(license, { type: 'expire' }, now);
  const stop = STOPPED[n % 17];
  return stop ? command(license, stop, at) : license;
}

function command(license: License, asked: LicenseCommand, at: Date): License {
  const standing = { license, private: { metadata: {}, internalNote: null }, defaultGraceDays: 7 };
  const actor = asked.type === 'expire' ? ACTORS.clock : ACTORS.admin;
  const decision = decideCommand(standing, asked, actor, at);
  if (!decision.ok || decision.license === null) throw new Error(`${asked.type} was refused`);
  return decision.license;
}
