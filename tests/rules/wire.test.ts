import { beforeAll, describe, expect, it } from 'vitest';
import { postAs, seed, type Answer, type Project } from '../support/rulesEmulator.ts';
import { person } from '../support/rulesPeople.ts';
import { CONSOLE_LIMIT } from '../support/rulesLimits.ts';
import { openWorld } from '../support/rulesWorld.ts';

let project: Project;
beforeAll(async () => {
  project = await openWorld('wire');
  const many = Array.from(
    { length: 400 },
    (_, index) => [`environments/production/audit/${index}`, {}] as const,
  );
  await seed(project, new Map(many));
});

const LICENSE = 'environments/production/licenses';

/** Requests the client library never sends, but anybody with a token and curl can. */
const REFUSED: readonly { name: string; who: string; suffix: string; body: object }[] = [
  {
    name: 'the names of the collections',
    who: 'an owner',
    suffix: '/environments/production:listCollectionIds',
    body: {},
  },
  {
    name: 'documents of whatever collection',
    who: 'an owner',
    suffix: '/environments/production:runQuery',
    body: queryOf({}),
  },
  {
    name: 'a collection below an environment at any depth',
    who: 'an owner',
    suffix: '/environments/production:runQuery',
    body: queryOf({ collectionId: 'audit', allDescendants: true }),
  },
  {
    name: 'everything below one license',
    who: 'customer A',
    suffix: `/${LICENSE}/of-a:runQuery`,
    body: queryOf({ allDescendants: true }),
  },
];

describe('refused, asked for by hand', () => {
  it.each(REFUSED)('$who: $name', async ({ who, suffix, body }) => {
    expect((await ask(who, suffix, body)).status).toBe(403);
  });
});

it('one closed document refuses the whole batch it is asked for with', async () => {
  const batch = (...paths: string[]) => ({ documents: paths.map((path) => `${project.documents}/${path}`) });
  expect((await ask('customer A', ':batchGet', batch(`${LICENSE}/of-a`))).status).toBe(200);
  expect((await ask('customer A', ':batchGet', batch(`${LICENSE}/of-a`, `${LICENSE}/of-b`))).status).toBe(
    403,
  );
});

it('one refused write refuses the whole batch; a transform counts as one', async () => {
  const document = `${project.documents}/${LICENSE}/of-a`;
  const now = { fieldPath: 'seen', setToServerValue: 'REQUEST_TIME' };
  for (const write of [
    { update: { name: document, fields: {} }, updateMask: { fieldPaths: ['status'] } },
    { transform: { document, fieldTransforms: [now] } },
    { delete: document },
  ]) {
    expect((await ask('an owner', ':commit', { writes: [write] })).status).toBe(403);
    expect((await ask('an owner', ':batchWrite', { writes: [write] })).status).toBe(403);
  }
});

it('no limit of zero and no offset gets past the longest list', async () => {
  const audit = (more: object) => ({ structuredQuery: { from: [{ collectionId: 'audit' }], ...more } });
  const list = (more: object) => ask('a viewer', '/environments/production:runQuery', audit(more));
  expect((await list({ limit: 0 })).text).not.toContain('"document"');
  expect((await list({ limit: CONSOLE_LIMIT, offset: 100 })).status).toBe(200);
  expect((await list({ offset: 100 })).status).toBe(403);
});

function queryOf(from: object): object {
  return { structuredQuery: { from: [from], limit: 100 } };
}

function ask(who: string, suffix: string, body: object): Promise<Answer> {
  return postAs(project, person(who).token, suffix, body);
}
