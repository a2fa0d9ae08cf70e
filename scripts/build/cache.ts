import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../lib/hash.ts';
import { workFolder } from '../lib/paths.ts';
import { step } from '../lib/progress.mjs';

export interface Build {
  /** Completes "Building ...". */
  readonly what: string;
  /** Folder under .latchkey. */
  readonly name: string;
  /** Everything the result depends on: glob patterns from the root. */
  readonly inputs: readonly string[];
  /** Writes the result into an empty folder. */
  readonly into: (folder: string) => Promise<void>;
}

/**
 * Builds unless the same inputs were built before, and returns the folder. Each result has a folder named
 * after its inputs and appears there by one rename: any number of commands may build at once, and a process
 * that runs from an older result never loses a file under its feet.
 */
export async function built({ what, name, inputs, into }: Build): Promise<string> {
  const home = join(workFolder, name);
  const target = join(home, hashOf(inputs));
  if (!existsSync(target)) {
    const draft = join(home, `draft-${process.pid}`);
    mkdirSync(draft, { recursive: true });
    try {
      await step(`Building ${what}`, () => into(draft));
      moveInto(draft, target);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  utimesSync(target, new Date(), new Date());
  forgetOld(home);
  return target;
}

/** For deployment: puts a result where firebase.json expects it. */
export function publish(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.local') });
}

function moveInto(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    // Somebody else was quicker with the very same result.
    if (!existsSync(target)) throw error;
  }
}

/** Keeps what was used within the last day, so that nothing that still runs is taken away. */
function forgetOld(home: string): void {
  const yesterday = Date.now() - 24 * 3600 * 1000;
  for (const name of readdirSync(home)) {
    const folder = join(home, name);
    const used = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (used < yesterday) rmSync(folder, { recursive: true, force: true });
  }
}
