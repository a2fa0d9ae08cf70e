import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { Failure } from '../lib/failure.mjs';
import { root } from '../lib/paths.ts';
import { built } from './cache.ts';

const run = promisify(execFile);

/** Folder with the app as it is deployed; its page still has to be told where it runs (stack/page.ts). */
export function builtWeb(): Promise<string> {
  return built({
    what: 'the app',
    name: 'web',
    inputs: [
      'domain/{src/**,package.json}',
      'web/{src/**,public/**,index.html,vite.config.ts,package.json,tsconfig.json}',
      'package-lock.json',
    ],
    into: vite,
  });
}

async function vite(folder: string): Promise<void> {
  const program = join(root, 'node_modules/vite/bin/vite.js');
  const args = [program, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  try {
    await run(process.execPath, args, {
      cwd: join(root, 'web'),
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Failure(`The app does not build:\n${stripVTControlCharacters(said).trim().slice(-2000)}`);
  }
}
