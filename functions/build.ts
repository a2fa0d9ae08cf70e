import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Cloud Functions installs packages by itself but knows nothing of workspaces, so everything of ours and most
 * libraries go into the bundle. These two stay packages: the platform looks for the first to find out what to
 * deploy, and the second brings native parts and files of its own.
 */
const packages = ['firebase-functions', 'firebase-admin'];

/**
 * Bundles src/index.ts into `target`, with a package.json that can be deployed as it is. Lazy imports become
 * files of their own, so that a function loads only what it uses.
 */
export async function bundleFunctions(target: string): Promise<void> {
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: ['src/index.ts'],
    outdir: target,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    splitting: true,
    external: packages,
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    // Libraries written for require() still find it inside an ES module.
    banner: {
      js: "import{createRequire as latchkeyRequire}from'node:module';const require=latchkeyRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(packageJson(), null, 2)}\n`);
}

function packageJson(): object {
  const own = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const dependencies = Object.fromEntries(packages.map((name) => [name, own.dependencies[name]]));
  const { version } = own;
  return {
    name: 'latchkey',
    version,
    private: true,
    type: 'module',
    main: 'index.js',
    engines: { node: '24' },
    dependencies,
  };
}
