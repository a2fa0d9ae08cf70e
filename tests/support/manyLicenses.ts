import { firestore } from './stack.ts';

const FIRESTORE = process.env['FIRESTORE_EMULATOR_HOST'] ?? '127.0.0.1:8080';
const DATABASE = `projects/${process.env['GCLOUD_PROJECT'] ?? 'demo-latchkey'}/databases/(default)`;

type Value =
  | { readonly stringValue: string }
  | { readonly integerValue: string }
  | { readonly timestampValue: string }
  | { readonly nullValue: null };
type Fields = Readonly<Record<string, Value>>;

const text = (stringValue: string): Value => ({ stringValue });
const count = (value: number): Value => ({ integerValue: String(value) });
const moment = (at: number): Value => ({ timestampValue: new Date(at).toISOString() });

/**
 * Gives the owner of a license so many more of the same, written past the functions: each a minute older than
 * the one before, every third in use on one device, every hundredth suspended; the oldest fifth of another product.
 */
export async function moreOfTheSame(licenseId: string, more: number): Promise<void> {
  const { body } = await firestore(`/environments/production/licenses/${licenseId}`, 'admin');
  const { fields } = body as { fields: Fields & { createdAt: { timestampValue: string } } };
  const newest = Date.parse(fields.createdAt.timestampValue);
  const writes = Array.from({ length: more }, (_, index) => index + 1).flatMap((n) => {
    const at = newest - n * 60_000;
    const used = n % 3 === 0;
    const status = n % 100 === 0 ? 'suspended' : used ? 'active' : 'assigned';
    const key = `MANY-${String(n).padStart(4, '0')}-${licenseId.slice(0, 8).toUpperCase()}`;
    const id = `many-${n}-${licenseId}`;
    const productName = text(n > more * 0.8 ? 'Acme Plugin' : 'Acme Editor');
    const hint = text(key.slice(0, 8));
    const own: Fields = {
      key: text(key),
      keyHint: hint,
      keyHash: text(id),
      status: text(status),
      productName,
      activationCount: count(used ? 1 : 0),
      createdAt: moment(at),
      assignedAt: moment(at),
    };
    const license = write(`licenses/${id}`, { ...fields, ...own });
    return used
      ? [license, write(`activations/${id}_device`, deviceOf(id, n, { ...fields, ...own }))]
      : [license];
  });
  await commit(writes.slice(0, 450));
  await commit(writes.slice(450));
}

function deviceOf(licenseId: string, n: number, license: Fields): Fields {
  const { keyHint, productId, productName, customerId, customerName, customerEmail, createdAt } = license;
  const shared = { keyHint, productId, productName, customerId, customerName, customerEmail };
  const known = Object.fromEntries(
    Object.entries(shared).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return {
    ...known,
    licenseId: text(licenseId),
    identifier: text(`HW-MANY-${n}`),
    identifierType: text('hardware'),
    label: { nullValue: null },
    appVersion: { nullValue: null },
    status: text('active'),
    deviceEpoch: count(0),
    activatedAt: createdAt ?? moment(0),
    deactivatedAt: { nullValue: null },
    lastSeenAt: { nullValue: null },
  };
}

function write(path: string, fields: Fields): object {
  return { update: { name: `${DATABASE}/documents/environments/production/${path}`, fields } };
}

async function commit(writes: readonly object[]): Promise<void> {
  if (writes.length === 0) return;
  const response = await fetch(`http://${FIRESTORE}/v1/${DATABASE}/documents:commit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
    body: JSON.stringify({ writes }),
  });
  if (!response.ok) throw new Error(`nothing was written: ${await response.text()}`);
}
