import { abuseCasePath, licensePath } from '@latchkey/functions/firestore/collections';
import type { License } from '@latchkey/domain/license/license';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLicense } from '../../support/inventory.ts';
import { aCase } from '../../support/abuse.ts';
import { run } from '../../support/jobs.ts';
import type { ManageAnswer } from '../../support/manage.ts';
import type { ManageBench } from '../../support/manageBench.ts';
import { manageBench } from '../../support/manageBench.ts';
import { seedLicense, seedLicenses } from '../../support/seedLicenses.ts';

let bench: ManageBench;
beforeAll(async () => {
  bench = await manageBench('manage-stories');
});

function ask(method: string, path: string, body?: object): Promise<ManageAnswer> {
  return bench.ask(method, path, { key: bench.key, body });
}

describe('what sellers do by program', () => {
  test('a payment processor renews by moving the date of a license that has not expired', async () => {
    const { id } = await seedLicense(bench.world, { expiresAt: new Date(Date.now() + 86_400_000) });
    const body = { expiresAt: '2031-05-01T00:00:00Z' };
    const answer = await ask('PATCH', `/licenses/${id}`, body);
    expect(answer).toMatchObject({
      status: 200,
      body: { expiresAt: '2031-05-01T00:00:00.000Z', status: 'active' },
    });
  });
  test('a trial is converted: limit, features and date in one edit, and the key stays', async () => {
    const trial = await seedLicense(bench.world, { features: { trial: true }, activationLimit: 1 });
    const body = { features: { trial: false, export: true }, activationLimit: 3, expiresAt: null };
    const answer = await ask('PATCH', `/licenses/${trial.id}`, body);
    expect(answer.body).toMatchObject({ ...body, key: trial.key, status: 'active' });
  });
  test('many licenses are assigned by one request, as a job', async () => {
    const open = { status: 'available', customerId: null, customerName: null, customerEmail: null } as const;
    const many = await seedLicenses(bench.world, 60, () => open);
    const body = {
      command: { type: 'assign', customer: { email: 'many@example.com', name: 'Many' } },
      selection: { by: 'ids', ids: many.map(({ id }) => id) },
    };
    const answer = await ask('POST', '/licenses/bulk-command', body);
    expect(answer.status).toBe(202);
    const job = await ask('GET', `/jobs/${String(answer.body['jobId'])}`);
    expect(job.body).toMatchObject({ kind: 'bulk-licenses', status: 'queued', progress: { total: 60 } });
    const [first] = await bench.world.store.getAll<License>([licensePath('production', many[0]?.id ?? '')]);
    expect(first?.data?.status).toBe('available');
  });

  test('a build brings a release: announced, sent, looked at, published', async () => {
    const file = { fileName: 'setup.zip', size: 5 };
    const facts = { version: '9.0.0', channel: 'beta', notes: 'Fresh.' };
    const opened = await ask('POST', '/downloads', { productId: bench.sources.productId, ...facts, file });
    const { download, uploadUrl } = opened.body as { download: { id: string }; uploadUrl: string };
    const at = `/downloads/${download.id}`;
    expect((await ask('POST', `${at}/publish`)).body).toMatchObject({ code: 'UPLOAD_UNFINISHED' });
    expect((await ask('POST', `${at}/finish-upload`, {})).body).toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    bench.files.arrive(uploadUrl, 'hello');
    const wrong = await ask('POST', `${at}/finish-upload`, { sha256: '0'.repeat(64) });
    expect(wrong).toMatchObject({ status: 409, body: { code: 'CHECKSUM_MISMATCH' } });
    const finished = await ask('POST', `${at}/finish-upload`, {});
    expect(finished.body).toMatchObject({ state: 'draft', size: 5 });
    expect(finished.body['sha256']).toMatch(/^[0-9a-f]{64}$/);
    expect((await ask('POST', `${at}/publish`)).body).toMatchObject({ state: 'published' });
    expect((await ask('POST', `${at}/link`)).body).toMatchObject({ fileName: 'setup.zip' });
    expect((await ask('DELETE', at)).status).toBe(204);
  });

  test('rows from another system are checked without effect, and imported by the same rows', async () => {
    const email = `${bench.unique()}@example.com`;
    const page = { subject: 'customers', rows: [{ line: 2, email, name: 'Ann' }] };
    expect((await ask('PUT', '/imports/spring/pages/0', page)).status).toBe(204);
    const file = { subject: 'customers', fileName: 'spring.csv', pages: 1, rows: 1 };
    const check = String((await ask('POST', '/imports/spring/check', file)).body['jobId']);
    await run(bench.world, check);
    const rows = await ask('GET', `/jobs/${check}/rows`);
    expect(rows.body['items']).toMatchObject([{ line: 2, outcome: 'done' }]);
    const known = () => ask('GET', `/customers?email=${email}`);
    expect((await known()).body['items']).toEqual([]);
    const applied = String((await ask('POST', `/jobs/${check}/apply-import`, {})).body['jobId']);
    await run(bench.world, applied);
    expect((await known()).body['items']).toMatchObject([{ email, name: 'Ann' }]);
  });

  test('a program decides an abuse case by name, and suspends the license with it', async () => {
    const license = await seedLicense(bench.world);
    const caseId = bench.world.tools.newId();
    const path = abuseCasePath('production', caseId);
    await bench.world.store.commit([{ kind: 'set', path, data: aCase(license, []) }]);
    const decision = { note: 'Sold.', suspend: 'Used by others.' };
    const decided = await ask('POST', `/abuse-cases/${caseId}/confirm`, decision);
    expect(decided.body).toMatchObject({ status: 'confirmed', decidedBy: 'Web shop', note: 'Sold.' });
    expect((await readLicense(bench.world, license.id))?.status).toBe('suspended');
  });

  test('an endpoint is made, tried and told again, and its secret is told twice at most', async () => {
    const facts = { name: 'Shop', description: '', url: 'https://shop.example.com/in', events: null };
    const made = await ask('POST', '/webhooks', facts);
    const { webhook, secret } = made.body as { webhook: { id: string }; secret: string };
    expect(secret).toMatch(/^whsec_/);
    const at = `/webhooks/${webhook.id}`;
    const tried = await ask('POST', `${at}/test`);
    expect(tried.body).toMatchObject({ status: 'delivered', attempts: [{ number: 1, status: 200 }] });
    expect((await ask('GET', '/webhooks')).text).not.toContain(secret);
    const rotated = await ask('POST', `${at}/rotate-secret`, { overlapHours: 1 });
    expect(rotated.body['secret']).not.toBe(secret);
    expect((await ask('GET', at)).body['oldSecretUntil']).not.toBeNull();
  });
});
