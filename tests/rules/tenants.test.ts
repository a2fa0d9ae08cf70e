import {
  collection,
  doc,
  getAggregateFromServer,
  getCountFromServer,
  getDoc,
  getDocs,
  limit,
  onSnapshot,
  query,
  runTransaction,
  sum,
  where,
  type DocumentData,
  type Query,
  type QuerySnapshot,
} from 'firebase/firestore';
import { FirebaseError } from 'firebase/app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAllowed, loadRules, newProject, RULES, seed } from '../support/rulesEmulator.ts';
import { SHAPES, type Outcome } from '../support/rulesShapes.ts';
import {
  CLOSED,
  placeOf,
  RECORDS_EACH,
  recordId,
  signIn,
  tenantDocuments,
  TENANT_IDS,
} from '../support/rulesTenants.ts';
import type { Client, TenantId } from '../support/rulesTenants.ts';

const project = newProject('tenants');
const clients = new Map<TenantId, Client>();
beforeAll(async () => {
  await loadRules(project, RULES);
  await seed(project, tenantDocuments());
  for (const id of TENANT_IDS) clients.set(id, signIn(project, id));
});
afterAll(() => Promise.all([...clients.values()].map((client) => client.close())));

it('an anonymous read is refused: the emulator runs with rules', async () => {
  const path = `environments/production/licenses/${recordId('tenant', 0)}`;
  expect(await isAllowed(project, null, { op: 'get', path })).toBe(false);
});

describe.each(TENANT_IDS)('%s never sees a document of another customer', (id) => {
  describe.each(['licenses', 'activations'])('in %s', (name) => {
    it.each(SHAPES)('asking for: $name', async ({ ask, outcome }) => {
      const client = clientOf(id);
      const records = collection(client.db, 'environments', 'production', name);
      expect(await outcomeOf(client, getDocs(ask(client, records, name)))).toBe(outcome);
    });

    it('listening: own only', async () => {
      const client = clientOf(id);
      const records = collection(client.db, 'environments', 'production', name);
      const own = query(records, where('customerId', '==', id), limit(100));
      expect(await outcomeOf(client, firstOf(own))).toBe('own');
      expect(await outcomeOf(client, firstOf(query(records, limit(100))))).toBe('refused');
    });

    it('getting by id: own only, and not whether another id exists', async () => {
      const client = clientOf(id);
      const get = (record: string) => getDoc(doc(client.db, 'environments', 'production', name, record));
      expect((await get(recordId(id, 0))).get('customerId')).toBe(id);
      for (const record of [recordId(client.other, 0), recordId(null, 0), 'no-such-record']) {
        expect(await refused(get(record))).toBe(true);
      }
      const other = doc(client.db, 'environments', 'production', name, recordId(client.other, 0));
      expect(await refused(runTransaction(client.db, (transaction) => transaction.get(other)))).toBe(true);
    });

    it('counting and adding up: own only', async () => {
      const client = clientOf(id);
      const records = collection(client.db, 'environments', 'production', name);
      const own = where('customerId', '==', id);
      const other = where('customerId', '==', client.other);
      const counted = await getCountFromServer(query(records, own, limit(100)));
      expect(counted.data().count).toBe(RECORDS_EACH);
      const total = { total: sum('activationCount') };
      expect(await refused(getCountFromServer(query(records, own)))).toBe(true);
      expect(await refused(getCountFromServer(query(records, other, limit(100))))).toBe(true);
      expect(await refused(getCountFromServer(query(records, limit(100))))).toBe(true);
      expect(await refused(getAggregateFromServer(query(records, other, limit(100)), total))).toBe(true);
    });
  });
});

describe.each(TENANT_IDS)('%s sees nothing at all, by any of these questions,', (id) => {
  it.each(CLOSED)('in %s', async (name) => {
    const client = clientOf(id);
    const last = name.split('/').at(-1) ?? name;
    for (const whose of [id, client.other]) {
      const records = collection(client.db, 'environments', 'production', ...placeOf(name, whose).split('/'));
      const outcomes = await Promise.all(
        SHAPES.map(async ({ name: shape, ask }) => {
          const snapshot = await getDocs(ask(client, records, last)).catch(refusalOrThrow);
          return snapshot === null ? [] : [shape];
        }),
      );
      expect(outcomes.flat()).toEqual([]);
      expect(await refused(getDoc(doc(records, recordId(whose, 0))))).toBe(true);
    }
  });
});

function clientOf(id: TenantId): Client {
  const client = clients.get(id);
  if (!client) throw new Error(`${id} is not signed in.`);
  return client;
}

/** What came of a question; a single foreign document is worse than any outcome and fails at once. */
async function outcomeOf(client: Client, answer: Promise<QuerySnapshot<DocumentData>>): Promise<Outcome> {
  const snapshot = await answer.catch(refusalOrThrow);
  if (snapshot === null) return 'refused';
  expect(snapshot.docs.filter((found) => found.get('customerId') !== client.me)).toEqual([]);
  expect(snapshot.empty).toBe(false);
  return 'own';
}

async function refused(answer: Promise<unknown>): Promise<boolean> {
  return (await answer.catch(refusalOrThrow)) === null;
}

function refusalOrThrow(error: unknown): null {
  if (error instanceof FirebaseError && error.code === 'permission-denied') return null;
  throw error;
}

/** The first answer of the server to a listener; what the client still remembers does not count. */
function firstOf(asked: Query): Promise<QuerySnapshot<DocumentData>> {
  return new Promise((resolve, reject) => {
    const next = (snapshot: QuerySnapshot<DocumentData>): void => {
      if (snapshot.metadata.fromCache) return;
      stop();
      resolve(snapshot);
    };
    const stop = onSnapshot(asked, { includeMetadataChanges: true }, next, reject);
  });
}
