import type { Job } from '@latchkey/domain/job/job';
import type { BulkCommand, JobKind, JobWork, LicenseSelection } from '@latchkey/domain/job/work';
import { exactWords } from '../ui/dateWords.ts';

/** What a kind of job does, as a filter offers it. */
export const JOB_KIND_WORDS: Readonly<Record<JobKind, string>> = {
  'bulk-licenses': 'Commands for many licenses',
  'generate-licenses': 'Generating licenses',
  'issue-contract': 'Issuing from contracts',
  'kill-switch': 'Kill switches',
  'product-copies': 'Changes of products',
  'customer-copies': 'Changes of customers',
  import: 'Imports of files',
  'replay-webhooks': 'Replays of webhooks',
  'grace-copies': 'Changes of grace',
};

/** What a job does, in a few words: "Suspend 1,204 licenses". */
export function jobTitle({ work, progress }: Pick<Job, 'work' | 'progress'>): string {
  switch (work.kind) {
    case 'bulk-licenses': {
      const count = work.selection.by === 'ids' ? work.selection.count : progress.total;
      const licenses = count === null ? 'licenses' : manyLicenses(count);
      return bulkTitle(work.command, licenses);
    }
    case 'generate-licenses':
      return `Generate ${manyLicenses(work.quantity)} for ${work.productName}`;
    case 'issue-contract':
      return `Issue ${manyLicenses(work.quantity)} from ${work.contractName}`;
    case 'kill-switch':
      return `Kill switch for ${work.productName}`;
    case 'product-copies':
      return `Bring licenses of ${work.productName} up to date`;
    case 'customer-copies':
      return work.deletedAt === null
        ? 'Bring a customer’s name to their licenses'
        : 'Take a deleted customer out of their licenses';
    case 'import':
      return `${work.mode === 'check' ? 'Check' : 'Import'} ${work.subject} of ${work.fileName}`;
    case 'grace-copies':
      return 'Bring the grace of the settings to licenses';
    case 'replay-webhooks':
      return `Replay webhooks to ${work.endpointName}`;
  }
}

function bulkTitle(command: BulkCommand, licenses: string): string {
  switch (command.type) {
    case 'assign':
      return `Assign ${licenses} to ${command.customer.name ?? command.customer.email}`;
    case 'inactivate':
      return `Inactivate ${licenses}`;
    case 'reactivate':
      return `Reactivate ${licenses}`;
    case 'suspend':
      return `Suspend ${licenses}`;
    case 'unsuspend':
      return `Lift the suspension of ${licenses}`;
    case 'revoke':
      return `Revoke ${licenses}`;
    case 'delete':
      return `Delete ${licenses}`;
  }
}

/** One line of what a job was given. */
export interface InputLine {
  readonly name: string;
  readonly text: string;
}

/** What the job was asked to do, and with what. */
export function inputLines(work: JobWork, timeZone: string): InputLine[] {
  switch (work.kind) {
    case 'bulk-licenses': {
      const { command, selection, confirmed } = work;
      return [
        ...selectionLines(selection, timeZone),
        ...commandLines(command),
        ...(confirmed === null ? [] : [{ name: 'Agreed to', text: `At most ${manyLicenses(confirmed)}` }]),
      ];
    }
    case 'generate-licenses':
      return [
        { name: 'Product', text: work.productName },
        { name: 'Generator', text: work.generatorName },
        { name: 'Licenses', text: manyLicenses(work.quantity) },
      ];
    case 'issue-contract':
      return [
        { name: 'Contract', text: work.contractName },
        { name: 'Product', text: work.productName },
        { name: 'Licenses', text: manyLicenses(work.quantity) },
        {
          name: 'Customer',
          text: work.customer === null ? 'Nobody yet: they are available' : work.customer.email,
        },
      ];
    case 'kill-switch':
      return [
        { name: 'Product', text: work.productName },
        { name: 'Licenses', text: 'All: those with a customer are revoked, available ones deleted' },
        { name: 'Reason', text: work.reason },
      ];
    case 'product-copies':
      return [
        { name: 'Product', text: work.productName },
        { name: 'What', text: 'Its name, state and switches, as its licenses and devices show them' },
      ];
    case 'customer-copies': {
      const text = work.deletedAt === null ? 'The name, as it is now' : 'That there is no customer any more';
      return [
        { name: 'Customer', text: work.customerId },
        { name: 'What', text },
      ];
    }
    case 'grace-copies':
      return [
        { name: 'Licenses', text: 'All that have no grace of their own and have not ended' },
        { name: 'Grace', text: work.graceDays === 1 ? '1 day' : `${grouped(work.graceDays)} days` },
      ];
    case 'import':
      return [
        { name: 'File', text: work.fileName },
        { name: 'Rows', text: grouped(work.rows) },
        ...(work.mode === 'apply'
          ? [{ name: 'Mail', text: work.mails ? 'Sent to the customers' : 'None is sent' }]
          : [{ name: 'What', text: 'Says what every row would do; nothing changes' }]),
      ];
    case 'replay-webhooks':
      return [
        { name: 'Endpoint', text: work.endpointName },
        { name: 'Events since', text: exactWords(work.since, timeZone) },
        { name: 'Until', text: exactWords(work.until, timeZone) },
        { name: 'Which', text: work.deliveredToo ? 'All of them' : 'Those that were not delivered' },
      ];
  }
}

function selectionLines(selection: LicenseSelection, timeZone: string): InputLine[] {
  if (selection.by === 'ids') {
    return [{ name: 'Licenses', text: `${manyLicenses(selection.count)}, picked by hand` }];
  }
  const { search, status, productId, createdSince } = selection.filter;
  const lines = [
    { name: 'Search', text: search },
    { name: 'Status', text: status },
    { name: 'Product', text: productId },
    { name: 'Created since', text: createdSince && exactWords(createdSince, timeZone) },
  ].filter((line): line is InputLine => line.text !== null);
  const which = lines.length === 0 ? 'All of the environment' : 'All that match';
  return [{ name: 'Licenses', text: which }, ...lines];
}

function commandLines(command: BulkCommand): InputLine[] {
  switch (command.type) {
    case 'assign': {
      const { name, email } = command.customer;
      return [{ name: 'Customer', text: name === null ? email : `${name}, ${email}` }];
    }
    case 'inactivate':
    case 'suspend':
    case 'revoke':
      return [
        ...(command.publicReason ? [{ name: 'Reason', text: command.publicReason }] : []),
        ...(command.note ? [{ name: 'Internal note', text: command.note }] : []),
      ];
    case 'reactivate':
    case 'unsuspend':
    case 'delete':
      return [];
  }
}

/** How far it is, or what came of it: "812 of 1,204", "1,201 done, 3 refused". */
export function progressWords({
  status,
  progress,
  cancelAsked,
}: Pick<Job, 'status' | 'progress' | 'cancelAsked'>): string {
  const { total, done, refused } = progress;
  const outcome = `${grouped(done)} done${refused > 0 ? `, ${grouped(refused)} refused` : ''}`;
  switch (status) {
    case 'queued':
      return 'Waits for its turn';
    case 'running': {
      const so =
        total === null
          ? `${grouped(done + refused)} so far`
          : `${grouped(done + refused)} of ${grouped(total)}`;
      const words = refused > 0 ? `${so}, ${grouped(refused)} refused` : so;
      return cancelAsked ? `Stopping; ${words}` : words;
    }
    case 'done':
      return outcome;
    case 'failed':
    case 'cancelled':
      return `${outcome}, ${total === null ? 'the others' : grouped(Math.max(total - done - refused, 0))} untouched`;
  }
}

/** 0 to 100; null while the whole is not known. */
export function percentOf({ total, done, refused }: Job['progress']): number | null {
  if (total === null) return null;
  return total === 0 ? 100 : Math.min(100, ((done + refused) / total) * 100);
}

function manyLicenses(count: number): string {
  return count === 1 ? '1 license' : `${grouped(count)} licenses`;
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
