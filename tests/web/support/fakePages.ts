import type { License } from '@latchkey/domain/license/license';
import type { QueryDescription, RawDoc } from '../../../web/src/firebase/description.ts';
import type { ReadPage } from '../../../web/src/firebase/usePageReader.ts';

/** Answers one-shot page reads from these licenses as Firestore would: equalities, orders, cursor, limit. */
export function fakePages(licenses: readonly License[]) {
  const asked: QueryDescription[] = [];
  const readPage: ReadPage = async (query) => {
    asked.push(query);
    const { where = [], orderBy = [], limit, startAfter } = query;
    const place = (license: License) =>
      orderBy.map(([field]) => (field === '__name__' ? license.id : at(license, field)));
    const compare = (a: readonly unknown[], b: readonly unknown[]): number =>
      orderBy.reduce(
        (order, [, direction], i) => order || (direction === 'asc' ? 1 : -1) * difference(a[i], b[i]),
        0,
      );
    return licenses
      .filter((license) => where.every(([field, , value]) => at(license, field) === value))
      .sort((a, b) => compare(place(a), place(b)))
      .filter((license) => startAfter === undefined || compare(place(license), startAfter) > 0)
      .slice(0, limit)
      .map(({ id, ...data }): RawDoc => ({ id, data }));
  };
  return { readPage, asked };
}

function at(license: License, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((value, name) => Reflect.get(Object(value) as object, name), license);
}

function difference(a: unknown, b: unknown): number {
  const [left, right] = [a, b].map((value) => (value instanceof Date ? value.getTime() : (value ?? '')));
  if (left === right) return 0;
  return (left as string) < (right as string) ? -1 : 1;
}

/** A sink that keeps what is written to it, and says how it ended. */
export function fakeSink() {
  const written: string[] = [];
  const sink = {
    name: 'licenses.csv',
    ended: 'open' as 'open' | 'finished' | 'discarded',
    write: async (text: string) => void written.push(text),
    finish: async () => void (sink.ended = 'finished'),
    discard: async () => void (sink.ended = 'discarded'),
  };
  return { sink, written, text: () => written.join('') };
}
