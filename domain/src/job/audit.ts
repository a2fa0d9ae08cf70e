import { otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import type { Job } from './job.ts';

type JobAction = Extract<AuditAction, `job.${string}`>;

/** An event about a job: what it does, how far it is, and why it failed. */
export function jobEvent(action: JobAction, job: Job): AuditDraft {
  const { done, refused, total } = job.progress;
  const told: Record<string, unknown> = {
    ...whatOf(job.work),
    ...(action === 'job.started' ? asked(job.work, total) : { done, refused }),
  };
  const changes = Object.entries(told).map(([name, after]) => [name, { before: null, after }] as const);
  return otherEvent(action, {
    about: `job/${job.id}`,
    reason: job.problem,
    changes: Object.fromEntries(changes),
  });
}

function asked({ kind }: Job['work'], total: number | null): Record<string, unknown> {
  if (kind === 'replay-webhooks') return {};
  return kind === 'import' ? { rows: total } : { licenses: total ?? 'all that match' };
}

function whatOf(work: Job['work']): Record<string, unknown> {
  switch (work.kind) {
    case 'bulk-licenses':
      return { command: work.command.type };
    case 'generate-licenses':
      return { command: 'generate', product: work.productId, generator: work.generatorId };
    case 'issue-contract':
      return { command: 'issue', contract: work.contractId };
    case 'kill-switch':
      return { command: 'kill switch', product: work.productId };
    case 'product-copies':
      return { command: 'product to its licenses', product: work.productId };
    case 'customer-copies':
      return { command: 'customer to their licenses', customerId: work.customerId };
    case 'replay-webhooks':
      return { command: 'replay webhooks', webhook: work.endpointId };
    case 'grace-copies':
      return { command: 'grace of the settings to licenses', graceDays: work.graceDays };
    case 'import':
      return { command: work.mode === 'check' ? 'check a file' : 'import a file', of: work.subject };
  }
}
