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
import type { RecordList } from '@latchkey/functions/operations/manage/listRecords';
import { recordQuery } from '@latchkey/functions/operations/manage/listRecords';
import type { AskedQuery } from '../web/support/indexCoverage.ts';
import { anApiKey } from './apiKeys.ts';

const everything = anApiKey();
const limited = anApiKey({ productIds: ['a', 'b'] });

/** Every way of giving some of these filters and leaving the others out. */
export function combinations<T extends object>(filters: T): Partial<T>[] {
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
    since: '2026-01-01T00:00:00Z',
    until: '2027-01-01T00:00:00Z',
  }).map((filters) => eventList(filters)),
);

/** Every list of the management API, however it is filtered, as a query that an index has to cover. */
export function managedQueries(): AskedQuery[] {
  return lists
    .map((list) => recordQuery('production', list, null, 10))
    .map(({ collection, where = [], orderBy = [] }) => ({
      collection,
      where: where.map(([field, op]) => [field, op === 'in' ? '==' : op] as const),
      orderBy,
    }));
}
