import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtFunctions } from '../build/functions.ts';
import { builtWeb } from '../build/web.ts';
import { workFolder } from '../lib/paths.ts';
import { step } from '../lib/progress.mjs';
import { assertRulesInForce } from './canary.ts';
import { writeRunConfig } from './config.ts';
import { protectEmails } from './emailPrivacy.ts';
import { ensureEmulatorFiles } from './emulatorFiles.ts';
import { startEmulators } from './emulators.ts';
import { exportData } from './exportData.ts';
import { findJava } from './java.ts';
import { startFileGate } from './files/gate.ts';
import { newLocalSigner } from './files/localSigner.ts';
import { startMail } from './mail/startMail.ts';
import { writePage } from './page.ts';
import { assertFree, portsAt, type Ports } from './ports.ts';
import { seed } from './seed.ts';
import { startTicks } from './ticks.ts';
import { startReceiver } from './webhooks/receiver.ts';
import { pageConfig, PROJECT, variablesOf, type StackVariables } from './variables.ts';

export interface StackOptions {
  /** Added to every port; stacks at different offsets run side by side. */
  readonly offset: number;
  /** false = begin with empty emulators. */
  readonly demoData?: boolean;
  /** true = begin with what the last stack at this offset left, if it left anything. */
  readonly keep?: boolean;
  /** true = leave the data behind for a later `keep`. */
  readonly save?: boolean;
  /** true = call the scheduled functions at their times. */
  readonly ticking?: boolean;
}

export interface Stack {
  readonly ports: Ports;
  /** For processes that use this stack. */
  readonly variables: StackVariables;
  /** Ends it and everything it started; may be called again. */
  stop(): Promise<void>;
  /** Settles with a sentence if it ends by itself. */
  readonly crashed: Promise<string>;
}

/** Builds what is needed, starts the emulators, makes sure that the rules are in force, fills in the demo data. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { offset, demoData = true, keep = false, save = false, ticking = false } = options;
  const ports = portsAt(offset);
  const variables = variablesOf(ports);
  const folder = join(workFolder, `run-${offset}`);
  const saved = join(folder, 'data');
  mkdirSync(folder, { recursive: true });

  await assertFree(ports);
  const java = findJava();
  const files = await ensureEmulatorFiles(java);
  const functions = await builtFunctions();
  writePage(await builtWeb(), join(folder, 'public'), pageConfig(ports));
  const config = writeRunConfig(folder, ports, functions);
  const kept = keep && existsSync(saved);

  const issuer = newLocalSigner(PROJECT);
  const { LATCHKEY_DOWNLOADS_BUCKET, LATCHKEY_FILE_GATE, LATCHKEY_WEBHOOK_RECEIVER } = variables;
  const seen = {
    LATCHKEY_DOWNLOADS_BUCKET,
    LATCHKEY_FILE_GATE,
    LATCHKEY_WEBHOOK_RECEIVER,
    LATCHKEY_LOCAL_SIGNER: issuer.variable,
    // Nobody names it here; whoever tries the rule on countries sends it themselves.
    LATCHKEY_COUNTRY_HEADER: 'x-country-code',
  };
  const emulators = await step('Starting the emulators', () =>
    startEmulators({ folder, config, java, files, variables: seen, ...(kept && { importFrom: saved }) }),
  );
  let stopTicks: () => void = () => undefined;
  const mail = await startMail(ports);
  const receiver = await startReceiver(ports.webhooks);
  const gate = await startFileGate({ port: ports.files, storage: `127.0.0.1:${ports.storage}`, issuer });
  const stop = async (saving: boolean): Promise<void> => {
    stopTicks();
    if (saving) await exportData(ports, saved);
    await Promise.all([emulators.stop(), mail.close(), receiver.close(), gate.close()]);
  };
  try {
    await assertRulesInForce(ports);
    await protectEmails(ports);
    if (demoData && !kept) await step('Writing the demo data', () => seed(variables, folder));
  } catch (error) {
    await stop(false);
    throw error;
  }
  if (ticking) stopTicks = startTicks(ports, folder);
  let stopped: Promise<void> | undefined;
  return { ports, variables, crashed: emulators.crashed, stop: () => (stopped ??= stop(save)) };
}
