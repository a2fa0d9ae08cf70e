import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig, type Manifest } from 'vite';

const ROOT = join(import.meta.dirname, '../../..');
const PRODUCT = join(ROOT, 'web');
const BARE = join(ROOT, 'tests/bench/baselines/page');

/** A page as it is deployed: where its files lie, and which of them needs which. */
export interface BuiltPage {
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface BuiltPages {
  readonly product: BuiltPage;
  readonly bare: BuiltPage;
  readonly remove: () => Promise<void>;
}

/** Builds the app and the bare page beside it in the same way. */
export async function buildPages(): Promise<BuiltPages> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    const product = await built(PRODUCT, { configFile: join(PRODUCT, 'vite.config.ts') });
    const define = { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' };
    const bare = await built(BARE, { configFile: false, define, build: { target: 'es2023' } });
    const remove = async (): Promise<void> => {
      for (const { folder } of [product, bare]) await rm(folder, { recursive: true, force: true });
    };
    return { product, bare, remove };
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function built(root: string, config: InlineConfig): Promise<BuiltPage> {
  const place = join(ROOT, '.latchkey');
  await mkdir(place, { recursive: true });
  const folder = await mkdtemp(join(place, 'bench-page-'));
  const output = { ...config.build, outDir: folder, emptyOutDir: true, manifest: true };
  await build({ ...config, root, logLevel: 'silent', build: output });
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  return { folder, manifest };
}
