import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { workFolder } from '../lib/paths.ts';
import { say, step } from '../lib/progress.mjs';
import { firebaseCommand } from './firebaseCommand.ts';

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
  try {
    await step(`Downloading the ${title}`, () => setUp(name, java));
    return true;
  } catch {
    say('The download failed; looking for another way.');
    return false;
  }
}

function setUp(name: string, java: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const [command, ...args] = firebaseCommand([`setup:emulators:${name}`, '--non-interactive']);
    const PATH = [dirname(java), process.env['PATH']].join(delimiter);
    const child = spawn(command, args, { cwd: workFolder, env: { ...process.env, PATH }, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`firebase-tools left with ${code}`)),
    );
  });
}
