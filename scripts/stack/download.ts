import { dirname, delimiter } from 'node:path';
import { mkdirSync } from 'node:fs';
import { workFolder } from '../lib/paths.ts';
import { say, step } from '../lib/progress.mjs';
import { runPackage } from '../lib/run.ts';
import { FIREBASE } from './firebaseCommand.ts';

/**
 * A short question, so that a machine without a network does not hang. Behind a proxy that only firebase-tools
 * knows how to use, the download itself has to find out.
 */
export async function isReachable(url: string): Promise<boolean> {
  if (process.env['HTTPS_PROXY'] || process.env['https_proxy']) return true;
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Lets firebase-tools download and check the file; false when that did not work. */
export async function download(name: 'firestore' | 'storage', title: string, java: string): Promise<boolean> {
  const PATH = [dirname(java), process.env['PATH']].join(delimiter);
  // Its debug log lands where it is started.
  mkdirSync(workFolder, { recursive: true });
  const options = { cwd: workFolder, env: { ...process.env, PATH } };
  const { code } = await step(`Downloading the ${title}`, () =>
    runPackage(FIREBASE, [`setup:emulators:${name}`, '--non-interactive'], options),
  );
  if (code !== 0) say('The download failed; looking for another way.');
  return code === 0;
}
