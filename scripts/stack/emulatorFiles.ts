import { existsSync, globSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../lib/failure.mjs';
import { root, workFolder } from '../lib/paths.ts';
import { say } from '../lib/progress.mjs';
import { download, isReachable } from './download.ts';
import { manifestJar } from './manifestJar.ts';

/** What firebase-tools knows about an emulator that is not part of its own package. */
interface Downloadable {
  readonly expectedSize: number;
  readonly remoteUrl: string;
  readonly downloadPathRelativeToCacheDir: string;
}

export interface EmulatorFiles {
  /** Jar for FIRESTORE_EMULATOR_BINARY_PATH; undefined = firebase-tools uses its own. */
  readonly firestoreJar: string | undefined;
  /** true = firebase-tools has no rules runtime for Storage, so ours stands in. */
  readonly storageStandIn: boolean;
}

/** Sees to it that both emulators written in Java can start, and says in a line what that took. */
export async function ensureEmulatorFiles(java: string): Promise<EmulatorFiles> {
  const firestoreJar = await ensureFirestore(java);
  const storageStandIn = !(await ensureOwn('storage', 'rules runtime of the Storage emulator', java));
  if (storageStandIn) {
    say(
      'Storage rules: a stand-in refuses every client, as storage.rules does (the real runtime is not here).',
    );
  }
  return { firestoreJar, storageStandIn };
}

async function ensureFirestore(java: string): Promise<string | undefined> {
  const chosen = process.env['FIRESTORE_EMULATOR_BINARY_PATH'];
  if (chosen) return chosen;
  if (await ensureOwn('firestore', 'Firestore emulator', java)) return undefined;
  const jar = cloudSdkJar();
  if (jar !== undefined) return startableJar(jar);
  throw new Failure(
    'The Firestore emulator is not here and cannot be downloaded from storage.googleapis.com. ' +
      'Connect once, or install it with the Google Cloud CLI: gcloud components install cloud-firestore-emulator.',
  );
}

/** Whether firebase-tools has, or now got, its own file. */
async function ensureOwn(name: 'firestore' | 'storage', title: string, java: string): Promise<boolean> {
  const list = join(root, 'node_modules/firebase-tools/lib/emulator/downloadableEmulatorInfo.json');
  const known = JSON.parse(readFileSync(list, 'utf8')) as Record<typeof name, Downloadable>;
  const { remoteUrl, expectedSize, downloadPathRelativeToCacheDir } = known[name];
  const cache = process.env['FIREBASE_EMULATORS_PATH'] || join(homedir(), '.cache', 'firebase', 'emulators');
  if (existsSync(join(cache, downloadPathRelativeToCacheDir))) return true;
  if (!(await isReachable(remoteUrl))) return false;
  return download(name, `${title} (${Math.round(expectedSize / 1e6)} MB, needed once)`, java);
}

/** The emulator that comes with the Google Cloud CLI, looked for where `gcloud` really lives. */
function cloudSdkJar(): string | undefined {
  const commands = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'gcloud'));
  const roots = [
    ...commands.filter((path) => existsSync(path)).map((path) => dirname(dirname(realpathSync(path)))),
    ...globSync([
      join(homedir(), 'google-cloud-sdk'),
      '/{usr/lib,usr/share,usr/local,opt}/google-cloud-{sdk,cli}',
      '/snap/google-cloud-{sdk,cli}/current',
      '/opt/homebrew/share/google-cloud-sdk',
    ]),
  ];
  return roots
    .map((sdk) => join(sdk, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar'))
    .find((jar) => existsSync(jar));
}

/** That jar names no main class, and firebase-tools runs `java -jar`: one that only has a manifest helps. */
function startableJar(jar: string): string {
  const file = join(workFolder, 'firestore-emulator.jar');
  mkdirSync(workFolder, { recursive: true });
  const main = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
  writeFileSync(file, manifestJar(main, pathToFileURL(jar)));
  say('Firestore emulator: the one of the Google Cloud CLI.');
  return file;
}
