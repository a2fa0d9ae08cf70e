import type { Environment } from '@latchkey/domain/environment';
import type { LogFields } from './log.ts';
import { logInfo } from './log.ts';
import { sharedTools } from './tools.ts';

/** What a run by the clock or by a queue has done, unless the settings want problems only. */
export async function logRun(environment: Environment, message: string, fields: LogFields): Promise<void> {
  const { store, settings } = sharedTools();
  const says = settings.read(store, environment, 'retention').then(({ logLevel }) => logLevel);
  // Where the settings cannot be read, rather a line too many.
  if ((await says.catch(() => 'runs')) !== 'problems') logInfo(message, { environment, ...fields });
}

/** The same, whatever the settings say: for lines that something else relies on. */
export function logRunAlways(environment: Environment, message: string, fields: LogFields): Promise<void> {
  logInfo(message, { environment, ...fields });
  return Promise.resolve();
}
