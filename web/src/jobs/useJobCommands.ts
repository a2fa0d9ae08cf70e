import type { Job } from '@latchkey/domain/job/job';
import { jobPermission } from '@latchkey/domain/job/work';
import type { CancelJobAnswer, CancelJobRequest } from '@latchkey/domain/wire/console/cancelJob';
import type { RetryJobAnswer, RetryJobRequest } from '@latchkey/domain/wire/console/retryJob';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';
import { toProblem } from '../firebase/errors.ts';
import { useSession } from '../session/session.ts';
import { useToast } from '../ui/toast.ts';

const sendCancel = callable<CancelJobRequest, CancelJobAnswer>('cancelJob');
const sendRetry = callable<RetryJobRequest, RetryJobAnswer>('retryJob');

/** Stops and retries jobs; says by toast what came of it. */
export function useJobCommands() {
  const session = useSession();
  const toast = useToast();

  /** Why the person may neither stop nor retry it; null = they may. */
  function closed(job: Job): string | null {
    return session.can(jobPermission(job.work)) ? null : 'Your role does not allow this';
  }
  async function give(act: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await act();
      toast.show(done);
    } catch (cause) {
      const { sentence, code } = toProblem(cause);
      toast.show(`${sentence} (${code})`, { tone: 'error' });
    }
  }
  return {
    closed,
    cancel: ({ environment, id }: Job) =>
      give(
        async () => accepted(await sendCancel({ environment, jobId: id })),
        'The job stops once the rows under way are through. What is done stays done.',
      ),
    retry: ({ environment, id }: Job) =>
      give(
        async () => accepted(await sendRetry({ environment, jobId: id })),
        'The job goes on where it stopped.',
      ),
  };
}
