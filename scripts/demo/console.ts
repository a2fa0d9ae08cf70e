import type { Environment } from '@latchkey/domain/environment';
import type { AskedCommand } from '@latchkey/functions/operations/commandLicense';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import type { AskedLicense } from '@latchkey/functions/operations/issueLicense';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { callAt, DEMO_ADMIN } from './past.ts';

/** What an admin did at a moment in the past; a refusal is a mistake in the demo data. */
export async function issueAt(at: Date, asked: AskedLicense): Promise<string> {
  const outcome = await issueLicense(callAt(at, DEMO_ADMIN), asked);
  if (!outcome.ok) throw new Error(`demo license was refused: ${outcome.code}`);
  return outcome.licenseId;
}

export async function commandAt(
  at: Date,
  environment: Environment,
  id: string,
  command: AskedCommand,
): Promise<void> {
  const outcome = await commandLicense(callAt(at, DEMO_ADMIN), environment, id, command);
  if (!outcome.ok) throw new Error(`demo ${command.type} was refused: ${outcome.code}`);
}
