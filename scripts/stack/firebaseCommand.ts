import { join } from 'node:path';
import { root } from '../lib/paths.ts';

/** The command line of firebase-tools under the Node that runs this, whatever `firebase` is on PATH. */
export function firebaseCommand(args: readonly string[]): [string, ...string[]] {
  return [process.execPath, join(root, 'node_modules/firebase-tools/lib/bin/firebase.js'), ...args];
}
