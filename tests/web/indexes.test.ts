import { describe, expect, it } from 'vitest';
import { MAX_TOKENS } from '@latchkey/domain/search/tokens';
import { aLicense } from '../support/builders.ts';
import { managedQueries } from '../support/manageLists.ts';
import {
  cover,
  hasSingleField,
  readIndexFile,
  type AskedQuery,
  type CompositeIndex,
} from './support/indexCoverage.ts';
import { filesThatBuildQueries, QUERY_FILES, webQueries } from './support/askedQueries.ts';
import { serverQueries } from './support/serverQueries.ts';

// The emulator answers any query; the deployed database only those that an index covers.
const file = readIndexFile();
const server = serverQueries();
const asked = distinct([...webQueries(), ...server.queries, ...managedQueries()]);

describe('firestore.indexes.json', () => {
  it('is asked by every file that builds a query, and no query of the server goes unread', () => {
    expect(filesThatBuildQueries()).toEqual(QUERY_FILES);
    expect(server.unread).toEqual([]);
    expect(server.queries.length).toBeGreaterThanOrEqual(4);
  });

  it.each(asked.map((query) => [words(query), query] as const))('covers %s', (_words, query) => {
    expect(cover(file, query)).toMatchObject({ covered: true });
  });

  it('holds no index that nothing asks for', () => {
    const used = new Set<CompositeIndex>(
      asked.flatMap((query) => {
        const coverage = cover(file, query);
        return coverage.covered ? [...coverage.used] : [];
      }),
    );
    expect(file.indexes.filter((index) => !used.has(index))).toEqual([]);
  });

  it('would be missed: without any one of its indexes some query is no longer covered', () => {
    for (const index of file.indexes) {
      const without = { ...file, indexes: file.indexes.filter((other) => other !== index) };
      // Only queries of its own collection can miss it.
      const near = asked.filter(({ collection }) => collection === index.collectionGroup);
      expect(
        near.some((query) => !cover(without, query).covered),
        words(index),
      ).toBe(true);
    }
  });

  it('keeps the index entries of a license at 250 or less, however much text it holds', () => {
    const fields = Object.keys(aLicense()).filter((name) => !['id', 'environment', 'search'].includes(name));
    const single = fields
      .map((field) =>
        (['asc', 'desc'] as const).filter((order) => hasSingleField(file, 'licenses', field, order)),
      )
      .reduce((sum, orders) => sum + orders.length, 0);
    const tokens = (['asc', 'desc'] as const).filter((order) =>
      hasSingleField(file, 'licenses', 'search.AB', order),
    );
    const composite = file.indexes.filter(({ collectionGroup }) => collectionGroup === 'licenses').length;
    expect(tokens).toEqual(['asc']);
    expect(single + composite + tokens.length * MAX_TOKENS).toBeLessThanOrEqual(250);
  });

  it('has no index over collections of several environments at once', () => {
    expect(file.indexes.filter(({ queryScope }) => queryScope !== 'COLLECTION')).toEqual([]);
  });
});

function distinct(queries: readonly AskedQuery[]): AskedQuery[] {
  return [...new Map(queries.map((query) => [words(query), query])).values()];
}

/** "licenses with status == by createdAt desc", for people; the index itself for an index. */
function words(query: AskedQuery | CompositeIndex): string {
  if ('fields' in query) return JSON.stringify(query);
  const filters = query.where.map((filter) => filter.join(' ')).join(', ') || 'no filter';
  const order = query.orderBy.map(([field, direction]) => `${field} ${direction}`).join(', ') || 'nothing';
  return `${query.collection} with ${filters} by ${order}`;
}
