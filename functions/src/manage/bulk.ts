import { prepareBulk } from '@latchkey/domain/job/bulk';
import type { LicenseSelectionInput } from '@latchkey/domain/wire/console/startJob';
import { BulkCommandLicenses, BulkCreate, StartedJob } from '@latchkey/domain/wire/manage/licenses';
import { startGeneration } from '../operations/catalog/startGeneration.ts';
import { startJob } from '../operations/jobs/startJob.ts';
import { readLicenses } from '../operations/manage/readLicenses.ts';
import { ownGenerator } from './generators.ts';
import { reaches } from './reach.ts';
import { ManageRefusal, notFound } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

/** A job that was put down is told to the queue; whoever asked watches it at /jobs. */
export async function started({ around, environment }: Asked, jobId: string): Promise<Reply> {
  await around.enqueue({ environment, jobId });
  return { status: 202, body: { jobId }, location: `/v1/manage/jobs/${jobId}` };
}

const job = {
  method: 'post',
  tag: 'licenses',
  scope: 'products',
  permission: 'licenses.write',
  answer: StartedJob,
  status: 202,
} as const;

/** A key that is limited to products reaches no other license, however it is picked. */
async function withinReach(asked: Asked, selection: LicenseSelectionInput): Promise<void> {
  const { apiKey, call, environment } = asked;
  if (apiKey.productIds === null) return;
  if (selection.by === 'filter') {
    const { productId } = selection.filter;
    if (productId !== undefined && reaches(apiKey, productId)) return;
    throw new ManageRefusal(
      'OUT_OF_SCOPE',
      'This key is limited to products: the filter has to name one of them.',
    );
  }
  const licenses = await readLicenses(call.store, environment, selection.ids, ['productId']);
  const all = licenses.length === selection.ids.length;
  if (!all || licenses.some(({ productId }) => !reaches(apiKey, productId))) throw notFound('license');
}

export const BULK_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...job,
      path: '/licenses/bulk-create',
      id: 'bulkCreateLicenses',
      permission: 'generators.run',
      summary: 'Create many licenses',
      description: 'A job makes up to 100,000 available licenses from a generator.',
      body: BulkCreate,
      refuses: [404, 409, 422],
      example: { generatorId: 'acme-editor-yearly', quantity: 5_000 },
    },
    async (asked) => {
      const { call, body, requestName } = asked;
      const generator = await ownGenerator(asked, body.generatorId);
      const outcome = await startGeneration(call, generator, body.quantity, requestName);
      return outcome.ok ? started(asked, outcome.jobId) : outcome;
    },
  ),
  route(
    {
      ...job,
      path: '/licenses/bulk-command',
      id: 'bulkCommandLicenses',
      summary: 'One command for many licenses',
      description:
        'A job gives the command to up to 1,000 licenses by their ids, or to whatever a filter finds: assign, ' +
        'inactivate, reactivate, suspend, unsuspend, revoke, delete. Deleting needs licenses.delete; deleting and ' +
        'revoking need `confirmedCount`, and touch no more licenses than that.',
      body: BulkCommandLicenses,
      refuses: [404, 422],
      example: {
        command: { type: 'assign', customer: { email: 'ada@example.com', name: 'Ada Almeida' } },
        selection: { by: 'ids', ids: ['h7Qk2mYt0bRwXcVn4zLp', 'Zr8mKq2LwXc0VbNt5YpH'] },
      },
    },
    async (asked) => {
      const { apiKey, body, call, environment } = asked;
      const { command, selection, confirmedCount = null } = body;
      if (command.type === 'delete' && !apiKey.permissions.includes('licenses.delete')) {
        throw new ManageRefusal('FORBIDDEN', 'This key lacks the permission licenses.delete.');
      }
      await withinReach(asked, selection);
      const prepared = prepareBulk({ command, selection: selected(selection), confirmed: confirmedCount });
      if (!prepared.ok) return prepared;
      return started(asked, await startJob(call, environment, prepared));
    },
  ),
];

function selected(input: LicenseSelectionInput): Parameters<typeof prepareBulk>[0]['selection'] {
  if (input.by === 'ids') return input;
  const { search = null, status = null, productId = null, createdSince } = input.filter;
  const since = createdSince === undefined ? null : new Date(createdSince);
  return { by: 'filter', filter: { search, status, productId, createdSince: since } };
}
