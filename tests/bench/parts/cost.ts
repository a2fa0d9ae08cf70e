import { foldKey } from '@latchkey/domain/key/fold';
import { keyHash } from '@latchkey/functions/crypto/keyHash';
import { firestoreStore } from '@latchkey/functions/firestore/connection';
import { countingStore } from '@latchkey/functions/firestore/countingStore';
import { validateLicense } from '@latchkey/functions/operations/validateLicense';
import { newCall } from '@latchkey/functions/tools';
import { firestoreProxy } from '../../support/firestoreProxy.ts';
import { less } from '../stand/goals.ts';
import type { Row } from '../stand/goals.ts';
import { deviceOf, keyOf } from '../stand/names.ts';
import { post } from '../stand/server.ts';
import { QUESTIONS } from '../stand/questions.ts';
import type { Stand } from '../stand/stand.ts';

export const CALLS = 50;

interface Counts {
  readonly reads: number;
  readonly writes: number;
  readonly queries: number;
  readonly roundTrips: number;
}

/** P5: what one steady validate costs in Firestore, as the operation asks for it and as it crosses the wire. */
export async function cost(stand: Stand): Promise<Row[]> {
  return [...rows('at the adapter', await atTheAdapter()), ...rows('on the wire', await onTheWire(stand))];
}

/** What so many steady validations ask of the store. */
export async function atTheAdapter(): Promise<Counts> {
  const store = countingStore(firestoreStore());
  const call = { ...newCall({ kind: 'software' }, 'bench'), store };
  const key = keyOf(0);
  const identifier = { type: 'hardware', value: deviceOf(0) } as const;
  const wanted = { environment: 'production', key, keyHash: keyHash(foldKey(key)), identifier } as const;
  const question = {
    action: 'validate',
    product: null,
    identifierType: 'hardware',
    identifier,
    features: [],
  } as const;
  await validateLicense(call, wanted, question);
  store.reset();
  for (let n = 0; n < CALLS; n++) {
    const { code } = await validateLicense(call, wanted, question);
    if (code !== 'VALID') throw new Error(`a seeded license is ${code}`);
  }
  return store.counts;
}

async function onTheWire(stand: Stand): Promise<Counts> {
  const proxy = await firestoreProxy();
  const server = await stand.start(stand.product({ FIRESTORE_EMULATOR_HOST: proxy.host }), 'validate');
  const { path, body, marker } = QUESTIONS.validate;
  proxy.reset();
  try {
    for (let n = 0; n < CALLS; n++) {
      const answer = await post(server.url + path, body(0));
      if (!answer.includes(marker)) throw new Error(`a seeded license is not valid: ${answer}`);
    }
    return { ...proxy.asked };
  } finally {
    await server.stop();
    await proxy.close();
  }
}

function rows(where: string, { reads, writes, queries, roundTrips }: Counts): Row[] {
  const row = (what: string, count: number, must: number, aim: number): Row => ({
    part: 'P5',
    what: `validate: ${what}, counted ${where}`,
    beside: '',
    goal: less(must, aim),
    measured: count / CALLS,
  });
  return [
    row('documents read', reads, 2, 1),
    row('documents written', writes, 0, 0),
    row('queries', queries, 0, 0),
    row('round trips', roundTrips, 1, 1),
  ];
}
