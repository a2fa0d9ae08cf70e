import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions } from '../../functions/build.ts';
import { Failure } from '../lib/failure.mjs';
import { localSecrets } from '../lib/secrets.ts';
import { built } from './cache.ts';

/** Folder with the functions as they are deployed, plus this machine's own secrets for the emulator. */
export async function builtFunctions(): Promise<string> {
  const folder = await built({
    what: 'the functions',
    name: 'functions',
    inputs: ['domain/{src/**,package.json}', 'functions/{src/**,build.ts,package.json}', 'package-lock.json'],
    into: (draft) => bundleFunctions(draft).catch(explain),
  });
  writeSecrets(folder);
  return folder;
}

/** Written aside and renamed, as another stack may read it at this moment. */
function writeSecrets(folder: string): void {
  const lines = Object.entries(localSecrets()).map(([name, value]) => `${name}='${value}'\n`);
  const draft = join(folder, `.secret.${process.pid}.local`);
  writeFileSync(draft, lines.join(''), { mode: 0o600 });
  renameSync(draft, join(folder, '.secret.local'));
}

function explain(error: unknown): never {
  throw new Failure(`The functions do not build:\n${error instanceof Error ? error.message : String(error)}`);
}
