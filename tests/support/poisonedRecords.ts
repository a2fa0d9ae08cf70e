import { PERSON } from './poisonedExamples.ts';
import { XSS_PAYLOADS } from './xssPayloads.ts';

/** A value of Firestore's REST API, as far as records hold such. */
type Wire = { [type: string]: unknown };
type Fields = Record<string, Wire>;

const FIRESTORE = process.env['FIRESTORE_EMULATOR_HOST'] ?? '127.0.0.1:8080';
const PROJECT = process.env['GCLOUD_PROJECT'] ?? 'demo-latchkey';
const ROOT = `projects/${PROJECT}/databases/(default)/documents`;
const ENV = 'development';

/** Texts that the code chooses from lists of its own, or that name records: nobody writes them. */
const OURS =
  /(^id|Id|Ids|uid|env|environment|environments|[sS]tatus|state|kind|type|action|role|rule|outcome|code|hash|Hash|previous|licenseKey|keyHint|about|from|to|unit|form|charset|runner|cursor|sha256|nameUp|nameDown|by|event|channel|objectPath|versionSort|disabledWhy|nameKey)$/;
/** Texts that may be left out. */
const OPTIONAL = /^(reason|note|problem|publicReason|internalNote|description|label|appVersion)$/;

/** Everything that people or software write as text, wherever it stands, becomes this text. */
function poisoned(fields: Fields, text: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, Wire][] => {
      if (name === 'search') return [[name, value]];
      if (OURS.test(name) && 'stringValue' in value) return [[name, value]];
      const left = OPTIONAL.test(name) && 'nullValue' in value;
      const wrong = left ? { stringValue: text } : poisonedValue(value, text);
      // Free names too: of metadata, of features.
      const own = name === 'metadata' || name === 'features';
      return [[name, own ? withMember(wrong, text) : wrong]];
    }),
  );
}

function poisonedValue(value: Wire, text: string): Wire {
  if ('stringValue' in value) return { stringValue: text };
  const map = value['mapValue'] as { fields?: Fields } | undefined;
  if (map) return { mapValue: { fields: poisoned(map.fields ?? {}, text) } };
  return value;
}

function withMember(value: Wire, text: string): Wire {
  const map = value['mapValue'] as { fields?: Fields } | undefined;
  // Firestore takes no longer names.
  const name = text.slice(0, 300);
  return map ? { mapValue: { fields: { ...map.fields, [name]: { stringValue: text } } } } : value;
}

async function ask(method: 'runQuery' | 'commit', parent: string, body: object): Promise<unknown> {
  const response = await fetch(`http://${FIRESTORE}/v1/${parent}:${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the emulator refused: ${await response.text()}`);
  return response.json();
}

/** A record of the demo data to go by; undefined where there is none. */
async function example(parent: string, collectionId: string): Promise<Fields | undefined> {
  const structuredQuery = { from: [{ collectionId }], limit: 1 };
  const rows = (await ask('runQuery', `${ROOT}/${parent}`, { structuredQuery })) as {
    document?: { fields: Fields };
  }[];
  return rows[0]?.document?.fields;
}

/** All payloads in one text, so that one page of one record shows every one of them in every field. */
const ALL = XSS_PAYLOADS.join(' \n');

export interface Poison {
  /** Collections that got their records, one for each payload and one with all of them ("xss-all"). */
  readonly collections: readonly string[];
  remove(): Promise<void>;
}

/**
 * Writes records past every check, as if one had been forgotten: in each collection of the environment
 * "development" one for each payload, made after an example or a record of the demo data, with the payload in
 * every text. `owned` stays as it is.
 */
export async function poison(
  collections: readonly string[],
  { owned = {}, examples = {} }: { owned?: Fields; examples?: Readonly<Record<string, Fields>> } = {},
): Promise<Poison> {
  const written: string[] = [];
  const done: string[] = [];
  for (const collection of collections) {
    const fields = examples[collection] ?? (await example('environments/production', collection));
    if (!fields) continue;
    done.push(collection);
    const records = [
      ...XSS_PAYLOADS.map((text, index) => [`xss-${index}`, text] as const),
      ['xss-all', ALL] as const,
    ];
    const writes = records.map(([id, text]) => {
      const name = `${ROOT}/environments/${ENV}/${collection}/${id}`;
      written.push(name);
      return { update: { name, fields: { ...poisoned(fields, text), ...owned } } };
    });
    await ask('commit', ROOT, { writes });
  }
  return {
    collections: done,
    async remove() {
      for (let at = 0; at < written.length; at += 400) {
        await ask('commit', ROOT, { writes: written.slice(at, at + 400).map((name) => ({ delete: name })) });
      }
    },
  };
}

/** What lies below such a record. */
export async function poisonBelow(path: string, fields: Fields): Promise<void> {
  const name = `${ROOT}/environments/${ENV}/${path}`;
  await ask('commit', ROOT, { writes: [{ update: { name, fields: poisoned(fields, ALL) } }] });
}

/** Somebody of the console whose every text is such a text; nobody can sign in as them. */
export async function poisonPerson(): Promise<Pick<Poison, 'remove'>> {
  const name = `${ROOT}/users/xss-all`;
  await ask('commit', ROOT, { writes: [{ update: { name, fields: poisoned(PERSON, ALL) } }] });
  return {
    async remove() {
      await ask('commit', ROOT, { writes: [{ delete: name }] });
    },
  };
}
