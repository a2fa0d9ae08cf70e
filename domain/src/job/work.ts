import type { Permission } from '../access/roles.ts';
import type { LicenseCommand } from '../license/commands.ts';
import type { LicenseStatus } from '../license/license.ts';
import type { CatalogWork } from './catalogWork.ts';
import type { IssueContractWork } from './contractWork.ts';
import type { CustomerCopiesWork } from './customerWork.ts';
import type { ImportWork } from './importWork.ts';
import type { GraceCopiesWork } from './graceWork.ts';
import type { ReplayWebhooksWork } from './webhookWork.ts';

/**
 * Everything that a background job can be asked to do, as its record shows it. A new kind is one more member
 * here and one more runner in functions/src/operations/jobs. What must not be shown (ids by the thousand,
 * rows of a file, a search text that may be a key) lies beside the record, as the job's input.
 */
export type JobWork =
  | BulkLicensesWork
  | CatalogWork
  | IssueContractWork
  | CustomerCopiesWork
  | ImportWork
  | ReplayWebhooksWork
  | GraceCopiesWork;

export type JobKind = JobWork['kind'];
export const JOB_KINDS = [
  'bulk-licenses',
  'generate-licenses',
  'issue-contract',
  'kill-switch',
  'product-copies',
  'customer-copies',
  'import',
  'replay-webhooks',
  'grace-copies',
] as const satisfies readonly JobKind[];

/** One command for many licenses. */
export interface BulkLicensesWork {
  readonly kind: 'bulk-licenses';
  readonly command: BulkCommand;
  readonly selection: LicenseSelection;
  /**
   * How many licenses the person who started it agreed to, by typing the number; null where none was asked
   * for. Never more than these are touched.
   */
  readonly confirmed: number | null;
}

/** Commands that make sense for many at once; a customer is named by e-mail and may be new. */
export type BulkCommand =
  | { readonly type: 'assign'; readonly customer: { readonly email: string; readonly name: string | null } }
  | Extract<LicenseCommand, { type: 'inactivate' | 'reactivate' | 'suspend' | 'unsuspend' | 'revoke' }>
  | { readonly type: 'delete' };
export type BulkCommandName = BulkCommand['type'];

/** Which licenses: so many that were picked by hand, or whatever a filter of the list leaves. */
export type LicenseSelection =
  | { readonly by: 'ids'; readonly count: number }
  | { readonly by: 'filter'; readonly filter: SelectedLicenses };

/** A filter of the list of licenses; null does not narrow. */
export interface SelectedLicenses {
  /** Shortened where it may be a license key; the job's input has the whole of it. */
  readonly search: string | null;
  /** The stored state, as everywhere in filters. */
  readonly status: LicenseStatus | null;
  readonly productId: string | null;
  /** This moment and later. */
  readonly createdSince: Date | null;
}

/** Most licenses that may be picked by hand. */
export const MAX_PICKED = 1000;

/** What the starter has to be allowed, when the job is started and as long as it runs. */
export function jobPermission(work: JobWork): Permission {
  switch (work.kind) {
    case 'bulk-licenses':
      return work.command.type === 'delete' ? 'licenses.delete' : 'licenses.write';
    case 'generate-licenses':
      return 'generators.run';
    case 'issue-contract':
    case 'replay-webhooks':
      return 'integrations.write';
    case 'kill-switch':
    case 'product-copies':
      return 'catalog.write';
    case 'customer-copies':
      return 'customers.write';
    case 'grace-copies':
      return 'settings.write';
    case 'import':
      return 'bulk.import';
  }
}

/** Commands that cannot be taken back: whoever starts them types the number of licenses. */
export function needsConfirmation(command: BulkCommandName): boolean {
  return command === 'delete' || command === 'revoke';
}

/** The number that was typed ("1204", "1,204"), or null when the text is none. */
export function confirmedNumber(text: string): number | null {
  const digits = text.replace(/[\s,.'’]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
