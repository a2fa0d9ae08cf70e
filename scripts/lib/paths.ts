import { dirname, join } from 'node:path';

export const root = dirname(dirname(import.meta.dirname));
/** Everything the scripts make for themselves; ignored by git, safe to delete. */
export const workFolder = join(root, '.latchkey');
