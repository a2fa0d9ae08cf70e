import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureFile } from '../../support/importFixtures.ts';

const SCRIPT = fileURLToPath(new URL('../../../docs/import/keygen.mjs', import.meta.url));
const run = promisify(execFile);

/** What Keygen's API answers (its serializers for licenses, products and users), two licenses a page. */
const license = (
  at: number,
  key: string,
  more: Record<string, unknown>,
  owner: string | null = null,
): unknown => ({
  type: 'licenses',
  id: `3f1a7c52-7a55-4a8e-9b55-1f0b7f1d0a0${at}`,
  attributes: { name: null, key, status: 'INACTIVE', expiry: null, maxMachines: null, metadata: {}, ...more },
  relationships: {
    product: { data: { type: 'products', id: 'p1' } },
    owner: { data: owner === null ? null : { type: 'users', id: owner } },
  },
});
const user = (id: string, email: string, fullName: string | null): unknown => {
  return { type: 'users', id, attributes: { email, fullName } };
};
const KINDS: Record<string, readonly unknown[]> = {
  products: [{ type: 'products', id: 'p1', attributes: { name: 'Acme Editor', code: 'acme-editor' } }],
  users: [
    user('u1', 'ada@keygen.test', 'Ada Lovelace'),
    user('u2', 'bob@keygen.test', null),
    user('u3', 'eve@keygen.test', 'Eve'),
    user('u4', 'old@keygen.test', 'Old Timer'),
  ],
  licenses: [
    license(
      1,
      'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3',
      { status: 'ACTIVE', expiry: '2099-12-31T23:59:59.000Z', maxMachines: 3, metadata: { plan: 'pro' } },
      'u1',
    ),
    license(2, '9C8B7A-6D5E4F-3A2B1C-0D9E8F-7A6B5C-V3', {}, 'u2'),
    license(3, 'ABCDEF-123456-789ABC-DEF012-345678-V3', { status: 'SUSPENDED', maxMachines: 1 }, 'u3'),
    license(
      4,
      'F00BA2-F00BA3-F00BA4-F00BA5-F00BA6-V3',
      { status: 'EXPIRED', expiry: '2020-01-31T00:00:00.000Z', maxMachines: 1 },
      'u4',
    ),
    license(5, 'DEADBE-EF0000-11AA22-BB33CC-44DD55-V3', { maxMachines: 5 }),
  ],
};

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://keygen.test');
    const all = KINDS[pathname.split('/').at(-1) ?? ''] ?? [];
    const known =
      request.headers.authorization === 'Bearer secret' && pathname.startsWith('/v1/accounts/acme/');
    const page = Number(searchParams.get('page[number]'));
    const next = page * 2 < all.length ? 'more' : null;
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/vnd.api+json' });
    response.end(JSON.stringify({ data: all.slice(page * 2 - 2, page * 2), links: { next } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const env = (token: string): NodeJS.ProcessEnv => ({ ...process.env, KEYGEN_TOKEN: token, KEYGEN_URL: url });

test('the documented script writes the licenses of all pages as the file that the import knows', async () => {
  const { stdout } = await run(process.execPath, [SCRIPT, 'acme'], { env: env('secret') });
  expect(stdout).toBe((await fixtureFile('keygen')).toString());
});

test('with another token it writes no row and fails', async () => {
  const failed = await run(process.execPath, [SCRIPT, 'acme'], { env: env('wrong') }).catch(
    (error: { stdout: string; code: number }) => error,
  );
  expect(failed).toMatchObject({ stdout: '', code: 1 });
});
