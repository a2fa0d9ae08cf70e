import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { activationList } from '@latchkey/functions/manage/activations';
import { eventList } from '@latchkey/functions/manage/audit';
import { contractList } from '@latchkey/functions/manage/contracts';
import { customerList } from '@latchkey/functions/manage/customers';
import { generatorList } from '@latchkey/functions/manage/generators';
import { jobList } from '@latchkey/functions/manage/jobs';
import { licenseList } from '@latchkey/functions/manage/licenses';
import { productList } from '@latchkey/functions/manage/products';
import type { RecordList } from '@latchkey/functions/operations/manage/listRecords';
import { recordQuery } from '@latchkey/functions/operations/manage/listRecords';
import { expect, test } from 'vitest';
import { anApiKey } from '../../support/apiKeys.ts';
import { cover, readIndexFile } from '../../web/support/indexCoverage.ts';

const file = readIndexFile();
const everything = anApiKey();
const limited = anApiKey({ productIds: ['a', 'b'] });

/** Every way of giving some of these filters and leaving the others out. */
function combinations<T extends object>(filters: T): Partial<T>[] {
  return Object.entries<unknown>(filters as Record<string, unknown>).reduce<Partial<T>[]>(
    (all, [name, value]) => all.flatMap((one) => [one, { ...one, [name]: value }]),
    [{}],
  );
}

const lists: RecordList[] = [everything, limited].flatMap((key) => [
  ...combinations({
    status: LICENSE_STATUSES[0],
    productId: 'a',
    customerId: 'c',
    contractId: 'c',
    createdSince: '2026-01-01T00:00:00Z',
  }).map((filters) => licenseList(key, filters)),
  ...combinations({ licenseId: 'l', productId: 'a', customerId: 'c', status: 'active' as const }).map(
    (filters) => activationList(key, filters),
  ),
  ...combinations({ productId: 'a', status: 'active' as const }).map((filters) =>
    generatorList(key, filters),
  ),
]);
lists.push(
  ...combinations({ status: 'active' as const }).map((filters) => productList(filters)),
  ...combinations({ status: 'active' as const }).map((filters) => customerList(filters)),
  ...combinations({ status: 'active' as const, type: 'pool' as const }).map((filters) =>
    contractList(filters),
  ),
  ...combinations({ status: 'done' as const }).map((filters) => jobList(filters)),
  ...combinations({
    action: 'license.created' as const,
    licenseId: 'l',
    customerId: 'c',
    about: 'product/p',
  }).map((filters) => eventList(filters)),
);

test('every list of the management API, however it is filtered, is covered by an index', () => {
  const uncovered = lists
    .map((list) => recordQuery('production', list, null, 10))
    .map(({ collection, where = [], orderBy = [] }) => ({
      collection,
      where: where.map(([field, op]) => [field, op === 'in' ? '==' : op] as const),
      orderBy,
    }))
    .filter((query) => !cover(file, query).covered);
  expect(uncovered.map((query) => JSON.stringify(query))).toEqual([]);
});
