import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { OfflineFile } from '@latchkey/domain/wire/offlineFile';
import type { JSONWebKeySet } from 'jose';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface OfflineCircumstances {
  readonly keys: JSONWebKeySet;
  readonly product: string;
  readonly environment: string;
  /** base64url SHA-256 of the identifier's text. */
  readonly device: string;
  /** Seconds, like `seen`. */
  readonly now: number;
  readonly seen?: number;
}

export type OfflineRecipe = (
  file: OfflineFile,
  circumstances: OfflineCircumstances,
) => Promise<{ claims: Record<string, unknown>; seen: number }>;

/** The recipe of the README, as it stands there: what is documented is what is tested. */
export async function documentedRecipe(): Promise<OfflineRecipe> {
  const text = await readFile(join(ROOT, 'README.md'), 'utf8');
  const source = [...text.matchAll(/```js\n(.*?)```/gs)]
    .map(([, code = '']) => code)
    .find((code) => code.includes('checkOfflineFile'));
  if (source === undefined) throw new Error('the README has no recipe for offline files');
  // Below node_modules, so that the library it imports resolves and git does not see it.
  const cache = join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'latchkey-recipe-'));
  try {
    const path = join(folder, 'recipe.mjs');
    await writeFile(path, source);
    const module = (await import(pathToFileURL(path).href)) as { checkOfflineFile: OfflineRecipe };
    return module.checkOfflineFile;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
