import { existsSync, renameSync, rmSync } from 'node:fs';
import { say } from '../lib/progress.mjs';
import type { Ports } from './ports.ts';

/**
 * Saves what the emulators hold. The hub is asked directly: `firebase emulators:export` finds it by project
 * name, which several stacks side by side share.
 */
export async function exportData(ports: Ports, target: string): Promise<void> {
  const draft = `${target}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    const answer = await fetch(`http://127.0.0.1:${ports.hub}/_admin/export`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ path: draft, initiatedBy: 'latchkey' }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!answer.ok || !existsSync(draft)) throw new Error(`the hub answered ${answer.status}`);
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  } catch (error) {
    say(`The data could not be saved for --keep: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
