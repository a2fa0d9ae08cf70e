import {
  collection,
  collectionGroup,
  documentId,
  endAt,
  endBefore,
  limit,
  limitToLast,
  or,
  orderBy,
  query,
  startAfter,
  startAt,
  where,
  type CollectionReference,
  type Query,
} from 'firebase/firestore';
import { recordId, type Client } from './rulesTenants.ts';

/** What a question must come to: the tenant's own documents, or a refusal. */
export type Outcome = 'own' | 'refused';

/** A way to ask for documents; every one but "own" tries to get at what belongs to somebody else. */
export interface Shape {
  readonly name: string;
  readonly outcome: Outcome;
  readonly ask: (client: Client, records: CollectionReference, name: string) => Query;
}

const mine = (client: Client) => where('customerId', '==', client.me);
const theirs = (client: Client) => where('customerId', '==', client.other);
const most = limit(100);

const shape = (name: string, outcome: Outcome, ask: Shape['ask']): Shape => ({ name, outcome, ask });

export const SHAPES: readonly Shape[] = [
  shape('own', 'own', (c, r) => query(r, mine(c), most)),
  shape('own, by an "in" of one', 'own', (c, r) => query(r, where('customerId', 'in', [c.me]), most)),
  shape('own, of one status', 'own', (c, r) => query(r, mine(c), where('status', '==', 'active'), most)),
  shape('own, newest first', 'own', (c, r) => query(r, mine(c), orderBy('createdAt', 'desc'), most)),
  shape('own, the last ones', 'own', (c, r) => query(r, mine(c), orderBy('createdAt'), limitToLast(2))),
  shape("own, after another's id", 'own', (c, r) =>
    query(r, mine(c), orderBy(documentId()), startAfter(recordId(c.other, 0)), most),
  ),
  shape("own, but with another's id", 'refused', (c, r) =>
    query(r, mine(c), where(documentId(), '==', recordId(c.other, 0)), most),
  ),
  shape('own, without a limit', 'refused', (c, r) => query(r, mine(c))),
  shape('own, with too high a limit', 'refused', (c, r) => query(r, mine(c), limit(101))),
  shape('everything', 'refused', (_, r) => query(r, most)),
  shape('everything, without a limit', 'refused', (_, r) => r),
  shape('everything, just one', 'refused', (_, r) => query(r, limit(1))),
  shape("another's", 'refused', (c, r) => query(r, theirs(c), most)),
  shape("nobody's", 'refused', (_, r) => query(r, where('customerId', '==', null), most)),
  shape('of any customer', 'refused', (_, r) => query(r, where('customerId', '!=', null), most)),
  shape('own and another\'s, by "in"', 'refused', (c, r) =>
    query(r, where('customerId', 'in', [c.me, c.other]), most),
  ),
  shape("own or another's", 'refused', (c, r) => query(r, or(mine(c), theirs(c)), most)),
  shape('own or active', 'refused', (c, r) => query(r, or(mine(c), where('status', '==', 'active')), most)),
  shape('of one status', 'refused', (_, r) => query(r, where('status', '==', 'active'), most)),
  shape("not another's", 'refused', (c, r) => query(r, where('customerId', '!=', c.other), most)),
  shape('not own', 'refused', (c, r) => query(r, where('customerId', '!=', c.me), most)),
  shape('not in others', 'refused', (c, r) => query(r, where('customerId', 'not-in', [c.other]), most)),
  shape('from own on', 'refused', (c, r) => query(r, where('customerId', '>=', c.me), most)),
  shape('up to own', 'refused', (c, r) => query(r, where('customerId', '<=', c.me), most)),
  shape('beginning like own', 'refused', (c, r) =>
    query(r, where('customerId', '>=', c.me), where('customerId', '<=', `${c.me}\uf8ff`), most),
  ),
  shape('customerId as an array', 'refused', (c, r) =>
    query(r, where('customerId', 'array-contains', c.me), most),
  ),
  shape('in order of customer', 'refused', (_, r) => query(r, orderBy('customerId'), most)),
  shape('in order of customer, from another on', 'refused', (c, r) =>
    query(r, orderBy('customerId'), startAt(c.other), most),
  ),
  shape('in order of customer, from own to own', 'refused', (c, r) =>
    query(r, orderBy('customerId'), startAt(c.me), endAt(c.me), most),
  ),
  shape('in order of creation, before a moment', 'refused', (_, r) =>
    query(r, orderBy('createdAt'), endBefore(new Date()), most),
  ),
  shape("another's, by id", 'refused', (c, r) =>
    query(r, where(documentId(), '==', recordId(c.other, 0)), most),
  ),
  shape("own and another's, by ids", 'refused', (c, r) =>
    query(r, where(documentId(), 'in', [recordId(c.me, 0), recordId(c.other, 0)]), most),
  ),
  shape('a range of ids', 'refused', (_, r) =>
    query(r, where(documentId(), '>=', '0'), where(documentId(), '<', '1'), most),
  ),
  shape('own, over all environments', 'refused', (c, _, name) =>
    query(collectionGroup(c.db, name), mine(c), most),
  ),
  shape('everything, over all environments', 'refused', (c, _, name) =>
    query(collectionGroup(c.db, name), most),
  ),
  shape('private parts, over all licenses', 'refused', (c) =>
    query(collectionGroup(c.db, 'private'), mine(c), most),
  ),
  shape('private part of own', 'refused', (c, r) =>
    query(collection(r, recordId(c.me, 0), 'private'), mine(c), most),
  ),
  shape("private part of another's", 'refused', (c, r) =>
    query(collection(r, recordId(c.other, 0), 'private'), most),
  ),
  shape('own, in an environment that does not exist', 'refused', (c, _, name) =>
    query(collection(c.db, 'environments', 'sandbox', name), mine(c), most),
  ),
  shape('people of the same customer', 'refused', (c) => query(collection(c.db, 'users'), mine(c), most)),
  shape('own record, but by a query', 'refused', (c) =>
    query(collection(c.db, 'users'), where(documentId(), '==', c.me), most),
  ),
];
