import type { ImportPage } from '@latchkey/domain/import/rows';
import { recordId } from '@latchkey/domain/wire/console/fields';
import {
  ApplyImport,
  CheckImport,
  ImportPagePlace,
  ImportPlace,
  SendImportPage,
} from '@latchkey/domain/wire/manage/imports';
import { StartedJob } from '@latchkey/domain/wire/manage/licenses';
import * as z from 'zod';
import { applyImport } from '../operations/import/applyImport.ts';
import { startImport } from '../operations/import/startImport.ts';
import { storeImportPage } from '../operations/import/storePage.ts';
import { started } from './bulk.ts';
import type { Asked, ManageRoute } from './route.ts';
import { route } from './route.ts';

const write = { tag: 'imports', scope: 'everything', permission: 'bulk.import' } as const;

/** The job that a key's draft becomes. Nobody else's draft ever leads there. */
function jobIdOf({ call, environment, apiKey }: Asked, importId: string): string {
  return call.derivedId(`import:${environment}:api-key/${apiKey.id}:${importId}`);
}

/** Rows page by page, a check that changes nothing, and the same rows in earnest. */
export const IMPORT_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...write,
      method: 'put',
      path: '/imports/{importId}/pages/{page}',
      id: 'sendImportPage',
      summary: 'Send a page of rows',
      description:
        'Choose an id for the import and send its rows in pages of up to 100, counted from 0; 10,000 rows at most. ' +
        '`line` is the line of your file, from 2 up. Sent again, a page takes the place of what it was.',
      params: ImportPagePlace,
      body: SendImportPage,
      answer: null,
      status: 204,
      refuses: [409],
      example: {
        subject: 'licenses',
        rows: [
          {
            line: 2,
            key: 'OLD7-K2QX-9WRT-M4ZP',
            product: 'acme-editor',
            email: 'ada@example.com',
            limit: 3,
            expires: '2028-12-31T23:59:59Z',
          },
        ],
      },
    },
    async (asked) => {
      const { call, environment, params, body } = asked;
      const page: ImportPage = { ...body, count: body.rows.length };
      const jobId = jobIdOf(asked, params.importId);
      const outcome = await storeImportPage(call, environment, jobId, params.page, page);
      return outcome.ok ? { status: 204, body: null } : outcome;
    },
  ),
  route(
    {
      ...write,
      method: 'post',
      path: '/imports/{importId}/check',
      id: 'checkImport',
      summary: 'Check the rows that were sent',
      description: 'A job that changes nothing: its rows say what would come of each.',
      params: ImportPlace,
      body: CheckImport,
      answer: StartedJob,
      status: 202,
      example: { subject: 'licenses', fileName: 'licenses.csv', pages: 1, rows: 1 },
    },
    async (asked) => {
      const { call, environment, params, body } = asked;
      const file = { ...body, jobId: jobIdOf(asked, params.importId) };
      const outcome = await startImport(call, environment, file);
      return outcome.ok ? started(asked, outcome.jobId) : outcome;
    },
  ),
  route(
    {
      ...write,
      method: 'post',
      path: '/jobs/{jobId}/apply-import',
      id: 'applyImport',
      summary: 'Import what a check has shown',
      description:
        'On the very rows of the check, which is named by its job. Asked again, it is the same job.',
      params: z.strictObject({ jobId: recordId }),
      body: ApplyImport,
      answer: StartedJob,
      status: 202,
      refuses: [404, 409],
      example: { mails: false },
    },
    async (asked) => {
      const { call, environment, params, body } = asked;
      const outcome = await applyImport(call, environment, params.jobId, body.mails);
      return outcome.ok ? started(asked, outcome.jobId) : outcome;
    },
  ),
];
