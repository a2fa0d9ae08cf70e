import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';

const slot = '<script id="latchkey-config" type="application/json">null</script>';

/** Copies the built app to `target` with `config` written into its page, where web/src/firebase/config.ts reads it. */
export function writePage(built: string, target: string, config: object): void {
  rmSync(target, { recursive: true, force: true });
  cpSync(built, target, { recursive: true });
  const file = join(target, 'index.html');
  const html = readFileSync(file, 'utf8');
  if (!html.includes(slot)) throw new Failure(`web/index.html lost its config slot: ${slot}`);
  // "<" cannot end the script element early when it is written as an escape.
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  writeFileSync(
    file,
    html.replace(slot, () => slot.replace('null', () => json)),
  );
}
