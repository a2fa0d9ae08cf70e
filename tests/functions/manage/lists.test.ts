import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { caseList } from '@latchkey/functions/manage/abuseCases';
import { activationList } from '@latchkey/functions/manage/activations';
import { eventList } from '@latchkey/functions/manage/audit';
import { contractList } from '@latchkey/functions/manage/contracts';
import { customerList } from '@latchkey/functions/manage/customers';
import { deliveryList } from '@latchkey/functions/manage/deliveries';
import { downloadList } from '@latchkey/functions/manage/downloads';
import { generatorList } from '@latchkey/functions/manage/generators';
import { jobList } from '@latchkey/functions/manage/jobs';
import { licenseList } from '@latchkey/functions/manage/licenses';
import { mailList } from '@latchkey/functions/manage/mails';
import { productList } from '@latchkey/functions/manage/products';
import { webhookList } from '@latchkey/functions/manage/webhooks';
import { licenseCountQuery } from '@latchkey/functions/operations/licenseCountQuery';
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
  ...combinations({ productId: 'a', state: 'draft' as const, channel: 'beta' as const }).map((filters) =>
    downloadList(key, filters),
  ),
  ...combinations({
    productId: 'a',
    status: 'open' as const,
    rule: 'cycles' as const,
    licenseId: 'l',
  }).map((filters) => caseList(key, filters)),
]);
lists.push(
  ...combinations({ status: 'active' as const }).map((filters) => productList(filters)),
  ...combinations({ status: 'active' as const }).map((filters) => customerList(filters)),
  ...combinations({ status: 'active' as const, type: 'pool' as const }).map((filters) =>
    contractList(filters),
  ),
  ...combinations({ status: 'done' as const }).map((filters) => jobList(filters)),
  ...combinations({ status: 'enabled' as const }).map((filters) => webhookList(filters)),
  ...combinations({ webhookId: 'w', event: 'license.created' as const, status: 'failed' as const }).map(
    (filters) => deliveryList(filters),
  ),
  ...combinations({ status: 'sent' as const }).map((filters) => mailList(filters)),
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

test('every count of licenses is covered by an index', () => {
  const filters = { status: LICENSE_STATUSES[0], productId: 'a' };
  const counts = [
    ...combinations({ ...filters, generatorId: 'g', customerId: 'c' }),
    ...combinations({ ...filters, createdSince: new Date(0) }),
  ];
  const uncovered = counts
    .map((counted) => licenseCountQuery('production', counted))
    .filter(({ collection, where = [] }) => {
      const asked = where.map(([field, op]) => [field, op] as const);
      return !cover(file, { collection, where: asked, orderBy: [] }).covered;
    });
  expect(uncovered.map((query) => JSON.stringify(query.where))).toEqual([]);
});
