import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BuiltPage } from './builtPages.ts';

/** What a browser fetches before it can show something, in bytes as they travel (gzip). */
export interface Fetched {
  readonly js: number;
  readonly css: number;
}

/** The chunks that these modules cannot do without, the page's own entrance always among them. */
export function neededBy(page: BuiltPage, modules: readonly string[]): Set<string> {
  const entries = Object.keys(page.manifest).filter((name) => page.manifest[name]?.isEntry);
  return closure(page, [...entries, ...modules]);
}

/** The same without the entrance: what the modules bring along themselves. */
export function broughtBy(page: BuiltPage, module: string): Set<string> {
  return closure(page, [module]);
}

function closure({ manifest }: BuiltPage, start: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const walk = (name: string): void => {
    if (seen.has(name)) return;
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    seen.add(name);
    for (const next of chunk.imports ?? []) walk(next);
  };
  start.forEach(walk);
  return seen;
}

export function fetched(page: BuiltPage, chunks: Iterable<string>): Fetched {
  const all = [...chunks].flatMap((name) => page.manifest[name] ?? []);
  const styles = new Set(all.flatMap(({ css }) => css ?? []));
  return {
    js: sum(all.map(({ file }) => travelled(page, file))),
    css: sum([...styles].map((file) => travelled(page, file))),
  };
}

/** The pages that an area's routes load when they are asked for. */
export function lazyRoutes({ manifest }: BuiltPage, routes: string): readonly string[] {
  const pages = manifest[routes]?.dynamicImports ?? [];
  if (pages.length === 0) throw new Error(`${routes} has no lazy routes`);
  return pages;
}

function travelled({ folder }: BuiltPage, file: string): number {
  return gzipSync(readFileSync(join(folder, file))).length;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
