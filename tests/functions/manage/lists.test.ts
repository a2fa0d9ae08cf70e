import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { licenseCountQuery } from '@latchkey/functions/operations/licenseCountQuery';
import { expect, test } from 'vitest';
import { combinations, managedQueries } from '../../support/manageLists.ts';
import { cover, readIndexFile } from '../../web/support/indexCoverage.ts';

const file = readIndexFile();

test('every list of the management API, however it is filtered, is covered by an index', () => {
  const uncovered = managedQueries().filter((query) => !cover(file, query).covered);
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
