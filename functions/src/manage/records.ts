import type { Environment } from '@latchkey/domain/environment';
import type { EnvironmentCollection } from '../firestore/collections.ts';
import type { Filter } from '../firestore/store.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { listRecords, readRecord } from '../operations/manage/listRecords.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { reaches } from './reach.ts';
import { notFound } from './refusal.ts';
import type { Asked, Reply } from './route.ts';

interface Placed {
  readonly id: string;
  readonly environment: Environment;
}

/** What a noun's route of reading and its list have in common, whatever the noun. */
export const READ = { method: 'get', permission: 'console.read' } as const;

/** What narrows a list to records with these values; one that is absent does not narrow. */
export function equals(values: Readonly<Record<string, string | undefined>>): Filter[] {
  return Object.entries(values).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, '==', value] as const],
  );
}

/** One page of a list as its query asks for it, each record as programs see it. */
export async function pageReply<T extends Placed>(
  {
    call,
    environment,
    query,
  }: Asked & { readonly query: { readonly limit: number; readonly cursor?: string | undefined } },
  list: RecordList,
  view: (record: T) => object,
): Promise<Reply> {
  const page = await listRecords<T>(call.store, environment, list, fromCursor(query.cursor), query.limit);
  return { body: { items: page.rows.map(view), next: toCursor(page.next) } };
}

/** @throws ManageRefusal 404 where there is none in the key's environment */
export async function recordOf<T extends Placed>(
  { call, environment }: Asked,
  [collection, what]: readonly [EnvironmentCollection, string],
  id: string,
): Promise<T> {
  const record = await readRecord<T>(call.store, environment, collection, id);
  if (!record) throw notFound(what);
  return record;
}

/** The same for a record of a product, which never changes: one that is not the key's does not exist for it. */
export async function ownRecord<T extends Placed & { readonly productId: string }>(
  asked: Asked,
  noun: readonly [EnvironmentCollection, string],
  id: string,
): Promise<T> {
  const record = await recordOf<T>(asked, noun, id);
  if (!reaches(asked.apiKey, record.productId)) throw notFound(noun[1]);
  return record;
}

/** A record with its revision in the ETag; one that was just made also says where it is. */
export function revisedReply(
  body: { readonly id: string; readonly revision: number },
  madeAt?: string,
): Reply {
  const made = madeAt === undefined ? {} : { status: 201 as const, location: `${madeAt}/${body.id}` };
  return { body, revision: body.revision, ...made };
}
