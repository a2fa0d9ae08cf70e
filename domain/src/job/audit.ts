import { otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import type { Job } from './job.ts';

type JobAction = Extract<AuditAction, `job.${string}`>;

/** An event about a job: what it does, how far it is, and why it failed. */
export function jobEvent(action: JobAction, job: Job): AuditDraft {
  const { done, refused, total } = job.progress;
  const told: Record<string, unknown> = {
    command: job.work.command.type,
    ...(action === 'job.started' ? { licenses: total ?? 'all that match' } : { done, refused }),
  };
  const changes = Object.entries(told).map(([name, after]) => [name, { before: null, after }] as const);
  return otherEvent(action, {
    about: `job/${job.id}`,
    reason: job.problem,
    changes: Object.fromEntries(changes),
  });
}
