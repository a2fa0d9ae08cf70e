import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import type { EmulatorFiles } from './emulatorFiles.ts';
import { functionsTrouble, startTrouble } from './emulatorLog.ts';
import { firebaseCommand } from './firebaseCommand.ts';
import { writeJavaShim } from './javaShim.ts';
import { PROJECT } from './variables.ts';

export interface EmulatorOptions {
  /** Folder of this run: configuration, logs, process ids. */
  readonly folder: string;
  readonly config: string;
  readonly java: string;
  readonly files: EmulatorFiles;
  /** What the functions see besides. */
  readonly variables: Readonly<Record<string, string>>;
  /** Data of an earlier run to begin with. */
  readonly importFrom?: string;
}

export interface Emulators {
  /** Ends them, with everything they started. */
  stop(): Promise<void>;
  /** Settles when they end by themselves, with a sentence for the user. */
  readonly crashed: Promise<string>;
}

/** Starts the emulators of firebase-tools and waits until all of them answer. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const log = join(options.folder, 'emulators.log');
  const keeper = spawnKeeper(options, log);
  const exited = once(keeper, 'exit');
  const ready = once(keeper, 'message').then(() => 'ready' as const);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (!stopping && keeper.connected) keeper.send({ stop: true });
    stopping = true;
    await exited;
  };
  const how = await Promise.race([ready, exited.then(() => 'ended' as const)]);
  const trouble = how === 'ended' ? startTrouble(log) : functionsTrouble(log);
  if (trouble !== undefined) {
    await stop();
    throw new Failure(trouble);
  }
  const crashed = exited.then(() => (stopping ? never() : `The emulators ended by themselves; see ${log}.`));
  return { stop, crashed };
}

function spawnKeeper(
  { folder, config, java, files, importFrom, variables }: EmulatorOptions,
  log: string,
): ChildProcess {
  const shim = writeJavaShim(folder, java);
  const only = 'auth,firestore,functions,hosting,storage';
  const command = firebaseCommand([
    ...['emulators:start', '--config', config, '--project', PROJECT, '--only', only, '--non-interactive'],
    ...(importFrom === undefined ? [] : ['--import', importFrom]),
  ]);
  return spawn(process.execPath, [join(import.meta.dirname, 'keeper.ts'), log, shim.pids, ...command], {
    cwd: folder,
    // A group of its own: an interrupt typed at the terminal reaches it through us, once.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...process.env,
      ...variables,
      TMPDIR: ownTemporaryFolder(folder),
      PATH: [shim.bin, process.env['PATH']].join(delimiter),
      // Functions are found through a file; the other way takes a random port from 8000 on, perhaps ours.
      FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: 'true',
      FUNCTIONS_DISCOVERY_TIMEOUT: '60',
      // firebase-tools asks the package registry for newer versions and waits ten seconds without a network.
      npm_config_offline: 'true',
      NO_UPDATE_NOTIFIER: '1',
      ...(files.firestoreJar !== undefined && { FIRESTORE_EMULATOR_BINARY_PATH: files.firestoreJar }),
      ...(files.storageStandIn && { STORAGE_EMULATOR_BINARY_PATH: shim.standIn }),
    },
  });
}

/**
 * The Storage emulator keeps its files under the system's temporary folder, always in the same place, which it
 * empties when it ends: of two stacks the first to end would take the files of the other away, which ends that
 * one too. A short path, as the functions' sockets lie there.
 */
function ownTemporaryFolder(runFolder: string): string {
  const folder = join(tmpdir(), `latchkey-${basename(runFolder)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
