import { defaultsOf } from '@latchkey/domain/settings/values';
import type { StoredMail } from '@latchkey/functions/operations/mail/mailing';
import { abuseCasePath, mailPath } from '@latchkey/functions/firestore/collections';
import { aCase } from './abuse.ts';
import { run } from './jobs.ts';
import type { GoodRequests, ManageBench } from './manageBench.ts';
import { seedLicense, seedLicenses } from './seedLicenses.ts';

/** Work in the background, rows from elsewhere, abuse, mail, history and settings. */
export function goodWorkRequests(bench: ManageBench): GoodRequests {
  const { world, ask, key, unique, move } = bench;
  const job = async () => {
    const [one] = await seedLicenses(world, 1);
    const body = { command: { type: 'reactivate' }, selection: { by: 'ids', ids: [one?.id ?? ''] } };
    const answer = await ask('POST', '/licenses/bulk-command', { key, body });
    return { jobId: String(answer.body['jobId']) };
  };
  const rows = () => ({
    subject: 'customers',
    rows: [{ line: 2, email: `${unique()}@example.com`, name: 'Ann' }],
  });
  const file = { subject: 'customers', fileName: 'customers.csv', pages: 1, rows: 1 };
  const sent = async () => {
    const importId = unique();
    await ask('PUT', `/imports/${importId}/pages/0`, { key, body: rows() });
    return { importId };
  };
  const found = async (status: 'open' | 'suspended' = 'open') => {
    const license = await seedLicense(world, status === 'open' ? {} : { status });
    const caseId = world.tools.newId();
    const data = aCase(license, []);
    await world.store.commit([{ kind: 'set', path: abuseCasePath('production', caseId), data }]);
    return { caseId };
  };
  const mail = async () => {
    const mailId = world.tools.newId();
    const now = new Date();
    const data: StoredMail = {
      ...{ kind: 'invitation', to: 'ada@example.com', customerId: null, licenseId: null, facts: {} },
      ...{ keyHint: null, status: 'sent', attempts: 1, problem: null },
      ...{ createdAt: now, updatedAt: now, sentAt: now, leaseUntil: null },
    };
    await world.store.commit([{ kind: 'set', path: mailPath('production', mailId), data }]);
    return { mailId };
  };
  let days = 0;
  return {
    listJobs: async () => ({ query: '?status=queued' }),
    getJob: async () => ({ ids: await job() }),
    listJobRows: async () => ({ ids: await job() }),
    cancelJob: async () => ({ ids: await job() }),
    retryJob: async () => {
      const ids = await job();
      await move(`/jobs/${ids.jobId}/cancel`);
      return { ids };
    },
    sendImportPage: async () => ({ ids: { importId: unique(), page: '0' }, body: rows() }),
    checkImport: async () => ({ ids: await sent(), body: file }),
    applyImport: async () => {
      const { importId } = await sent();
      const answer = await ask('POST', `/imports/${importId}/check`, { key, body: file });
      const jobId = String(answer.body['jobId']);
      await run(world, jobId);
      return { ids: { jobId }, body: { mails: false } };
    },
    listAbuseCases: async () => ({ query: '?status=open&rule=new-devices' }),
    getAbuseCase: async () => ({ ids: await found() }),
    takeAbuseCase: async () => ({ ids: await found() }),
    releaseAbuseCase: async () => {
      const ids = await found();
      await move(`/abuse-cases/${ids.caseId}/take`);
      return { ids };
    },
    reopenAbuseCase: async () => {
      const ids = await found();
      await ask('POST', `/abuse-cases/${ids.caseId}/dismiss`, { key, body: { note: 'A school.' } });
      return { ids };
    },
    confirmAbuseCase: async () => ({
      ids: await found(),
      body: { note: 'Sold.', suspend: 'Used by others.' },
    }),
    dismissAbuseCase: async () => ({
      ids: await found('suspended'),
      body: { note: 'A school.', unsuspend: true },
    }),
    tryAbuseRules: async () => ({ body: { values: defaultsOf('abuse') } }),
    listMails: async () => ({ query: '?status=sent' }),
    getMail: async () => ({ ids: await mail() }),
    resendMail: async () => ({ ids: await mail() }),
    getFigures: async () => ({}),
    listAuditEvents: async () => ({
      query: '?action=license.edited&since=2026-01-01T00:00:00Z&until=2999-01-01T00:00:00Z',
    }),
    listSettings: async () => ({}),
    getSettings: async () => ({ ids: { section: 'license' } }),
    saveSettings: async () => ({
      ids: { section: 'license' },
      body: { values: { graceDays: 1 + (days++ % 20), offlineHours: 24 } },
    }),
    previewRetention: async () => ({
      body: { kept: { jobs: 30, mails: 30, deliveries: null, signIns: 400 } },
    }),
  };
}
