import { join } from 'node:path';
import { root } from '../lib/paths.ts';

/** File of firebase-tools below node_modules: ours, whatever `firebase` is on PATH. */
export const FIREBASE = 'firebase-tools/lib/bin/firebase.js';

/** Its command line under the Node that runs this. */
export function firebaseCommand(args: readonly string[]): [string, ...string[]] {
  return [process.execPath, join(root, 'node_modules', FIREBASE), ...args];
}
