import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleFunctions } from '../../../functions/build.ts';

const BASELINES = join(import.meta.dirname, '../baselines');
/** Within the repository, so that what stays outside a bundle resolves; git does not see it. */
const WORK_FOLDER = join(import.meta.dirname, '../../../.latchkey');

export interface Bundles {
  readonly product: string;
  readonly baselines: string;
  remove(): Promise<void>;
}

/** The product as it is deployed and the baselines bundled the same way, each in a folder of its own. */
export async function bundle(): Promise<Bundles> {
  await mkdir(WORK_FOLDER, { recursive: true });
  const product = await mkdtemp(join(WORK_FOLDER, 'bench-'));
  const baselines = await mkdtemp(join(WORK_FOLDER, 'bench-'));
  await bundleFunctions(product);
  await bundleBaselines(baselines);
  const remove = async (): Promise<void> => {
    await Promise.all([product, baselines].map((folder) => rm(folder, { recursive: true, force: true })));
  };
  return { product, baselines, remove };
}

async function bundleBaselines(target: string): Promise<void> {
  const names = ['trivial', 'readTwo', 'transaction'];
  await build({
    entryPoints: names.map((name) => join(BASELINES, `${name}.ts`)),
    outdir: target,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    external: ['firebase-functions', 'firebase-admin'],
    minify: true,
    logLevel: 'silent',
  });
  // The framework needs a package to load; each baseline is a source file of it.
  await writeFile(join(target, 'package.json'), JSON.stringify({ type: 'module', main: 'trivial.js' }));
}
