import { importPages } from '@latchkey/domain/import/pages';
import type { ImportPage } from '@latchkey/domain/import/rows';
import type { LicenseImportRow } from '@latchkey/domain/wire/console/importRows';
import { applyImport } from '@latchkey/functions/operations/import/applyImport';
import { startImport } from '@latchkey/functions/operations/import/startImport';
import { storeImportPage } from '@latchkey/functions/operations/import/storePage';
import { run } from './jobs.ts';
import { before, callAt, DAY } from './past.ts';
import { staff } from './staff.ts';

const ENVIRONMENT = 'production';
const FILE = 'licenses-of-the-old-shop.csv';
const ROWS = 34;

/** Licenses that came over from an older system: the check of the file, and its import a few minutes later. */
export async function seedImport(now: Date): Promise<void> {
  const checkedAt = before(now, 20 * DAY);
  const call = callAt(checkedAt, staff('admin'));
  const jobId = call.newId();
  const pages = importPages(rows(checkedAt));
  for (const [at, some] of pages.entries()) {
    const page: ImportPage = { subject: 'licenses', count: some.length, rows: some };
    accepted(await storeImportPage(call, ENVIRONMENT, jobId, at, page));
  }
  const file = { jobId, subject: 'licenses', fileName: FILE, pages: pages.length, rows: ROWS } as const;
  accepted(await startImport(call, ENVIRONMENT, file));
  await run(jobId, ENVIRONMENT, checkedAt);
  const importedAt = new Date(checkedAt.getTime() + 4 * 60_000);
  const asked = accepted(await applyImport(callAt(importedAt, staff('admin')), ENVIRONMENT, jobId, false));
  await run(asked.jobId, ENVIRONMENT, importedAt);
}

/** Told again by the numbers of their orders; a few are not as they should be, as in every old file. */
function rows(at: Date): LicenseImportRow[] {
  return Array.from({ length: ROWS }, (_, index) => ({
    line: index + 2,
    reference: `SHOP-${20_417 + index * 13}`,
    ...(index % 3 === 0
      ? { product: 'acme-plugin', generator: 'Plugin, lifetime' }
      : { product: 'acme-editor', generator: index % 11 === 4 ? 'Editor, classic' : 'Editor, one year' }),
    limit: 1 + (index % 3),
    expires: index % 13 === 6 ? before(at, 90 * DAY).toISOString() : null,
    ...(index % 2 === 0 && { email: `buyer${index}@old-shop.example`, name: `Old Shop Buyer ${index}` }),
  }));
}

function accepted<Outcome extends { readonly ok: boolean }>(
  outcome: Outcome,
): Extract<Outcome, { readonly ok: true }> {
  if (!outcome.ok) throw new Error('the demo import was refused');
  return outcome as Extract<Outcome, { readonly ok: true }>;
}
