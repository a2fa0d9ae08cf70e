import type { Environment } from '@latchkey/domain/environment';
import { firebaseAccounts } from '../auth/firebaseAccounts.ts';
import { config } from '../config.ts';
import { logError } from '../log.ts';
import type { Call } from '../operations/context.ts';
import { drainOutbox } from '../operations/drainOutbox.ts';
import { hasDue } from '../operations/webhook/hasDue.ts';
import { enqueueSending } from '../queue/webhookQueue.ts';

const PATIENCE = 3_000;

/**
 * Does at once what the commit left in the outbox, so that people see it within the second. The
 * change itself is safe already: should this fail, the tick of the clock does the work.
 */
export async function nudge(call: Call, environment: Environment): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  try {
    const accounts = await firebaseAccounts(config().projectId);
    const report = (error: unknown, work: string) => {
      logError('outbox work failed', error, { work, environment });
    };
    await drainOutbox(
      { ...call, actor: { kind: 'clock' } },
      accounts,
      environment,
      () => Date.now() > deadline,
      report,
    );
    if (await hasDue(call.store, environment, new Date())) await enqueueSending({ environment });
  } catch (error) {
    logError('outbox nudge failed', error, { environment });
  }
}
