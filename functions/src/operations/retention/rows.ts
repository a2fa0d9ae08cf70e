import type { RetentionName } from '@latchkey/domain/settings/retention';
import type { Snapshot, Store, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';
import type { Part } from './parts.ts';

/** One kind of record that goes by age. A new one is one more row of the table below. */
export interface RetentionRow {
  readonly name: RetentionName;
  /** Those from before a moment, oldest first; none of their fields. */
  readonly find: (store: Store, parent: string, before: Date, limit: number) => Promise<Snapshot<object>[]>;
  readonly count: (store: Store, parent: string, before: Date) => Promise<number>;
  /** Collections below each record, which go first. */
  readonly parts: readonly Part[];
  /** What makes it go. */
  readonly remove: (record: Snapshot<object>) => Write;
}

/** A job that was retried at this very moment stays. */
const whole = (record: Snapshot<object>): Write => ({
  kind: 'delete',
  path: record.path,
  if: unchanged(record),
});

export const RETENTION_ROWS: readonly RetentionRow[] = [
  {
    name: 'jobs',
    // Only jobs that have ended have this date.
    find: (store, parent, before, limit) =>
      store.query<object>({
        parent,
        collection: 'jobs',
        where: [['finishedAt', '<', before]],
        orderBy: [['finishedAt', 'asc']],
        limit,
        select: [],
      }),
    count: (store, parent, before) =>
      store.count({ parent, collection: 'jobs', where: [['finishedAt', '<', before]] }),
    parts: ['reports', 'input'],
    remove: whole,
  },
  {
    name: 'mails',
    find: (store, parent, before, limit) =>
      store.query<object>({
        parent,
        collection: 'mails',
        where: [['createdAt', '<', before]],
        orderBy: [['createdAt', 'asc']],
        limit,
        select: [],
      }),
    count: (store, parent, before) =>
      store.count({ parent, collection: 'mails', where: [['createdAt', '<', before]] }),
    parts: [],
    remove: whole,
  },
  {
    name: 'deliveries',
    find: (store, parent, before, limit) =>
      store.query<object>({
        parent,
        collection: 'deliveries',
        where: [['createdAt', '<', before]],
        orderBy: [['createdAt', 'asc']],
        limit,
        select: [],
      }),
    count: (store, parent, before) =>
      store.count({ parent, collection: 'deliveries', where: [['createdAt', '<', before]] }),
    parts: ['attempts'],
    remove: whole,
  },
  {
    name: 'signIns',
    // Lists compare by their first member, which is the last sign-in.
    find: (store, parent, before, limit) =>
      store.query<object>({
        parent,
        collection: 'customers',
        where: [['recentSignIns', '<', [before]]],
        orderBy: [['recentSignIns', 'asc']],
        limit,
        select: [],
      }),
    count: (store, parent, before) =>
      store.count({ parent, collection: 'customers', where: [['recentSignIns', '<', [before]]] }),
    parts: [],
    // The customer stays; who signs in at this very moment keeps theirs.
    remove: (customer) => ({
      kind: 'update',
      path: customer.path,
      data: {},
      remove: ['recentSignIns'],
      if: unchanged(customer),
    }),
  },
];
