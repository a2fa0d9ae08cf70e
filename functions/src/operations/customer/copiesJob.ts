import type { CustomerCommand } from '@latchkey/domain/customer/commands';
import type { Customer } from '@latchkey/domain/customer/customer';
import type { Environment } from '@latchkey/domain/environment';
import type { Write } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { jobWrites } from '../jobs/startJob.ts';

/** A job that a command has put down. */
export interface PutDownJob {
  readonly environment: Environment;
  readonly jobId: string;
}

/** The job that carries a command into the licenses and devices of the customer, in one environment. */
export function copiesJob(
  call: Call,
  { id, environment }: Customer,
  command: CustomerCommand,
): { readonly jobs: readonly PutDownJob[]; readonly writes: readonly Write[] } {
  if (command.type !== 'rename' && command.type !== 'delete') return { jobs: [], writes: [] };
  const jobId = call.newId();
  const deletedAt = command.type === 'delete' ? call.now : null;
  const work = { kind: 'customer-copies', customerId: id, deletedAt } as const;
  const prepared = { work, total: null, pages: [], allPlanned: false, hidden: null };
  return { jobs: [{ environment, jobId }], writes: jobWrites(call, environment, jobId, prepared) };
}
