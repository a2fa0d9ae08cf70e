import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { root } from '../lib/paths.ts';
import { runPackage } from '../lib/run.ts';
import { built } from './cache.ts';

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
  const args = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await runPackage('vite/bin/vite.js', args, { cwd: join(root, 'web'), env });
  if (code !== 0) throw new Failure(`The app does not build:\n${output.trim().slice(-2000)}`);
}
