import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { newId } from '../crypto/random.ts';
import { logError } from '../log.ts';
import type { Call } from '../operations/context.ts';
import { logRun } from '../runLog.ts';
import { newCall } from '../tools.ts';

/** Leaves room before the function's own time limit; the next tick goes on. */
const BUDGET = 4 * 60 * 1000;

/**
 * Runs work for each environment; a failure in one keeps nobody from the others.
 * @param log what becomes of the line that says how it went
 */
export async function everyEnvironment(
  name: string,
  work: (call: Call, environment: Environment, until: () => boolean) => Promise<object>,
  log = logRun,
): Promise<void> {
  const deadline = Date.now() + BUDGET;
  for (const environment of ENVIRONMENTS) {
    try {
      const result = await work(
        newCall({ kind: 'clock' }, newId()),
        environment,
        () => Date.now() > deadline,
      );
      await log(environment, `${name} done`, { ...result });
    } catch (error) {
      logError(`${name} failed`, error, { environment });
    }
  }
}
