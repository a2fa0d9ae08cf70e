import { dirname, relative, resolve, sep } from 'node:path';

export const root = dirname(import.meta.dirname);

/**
 * The file of ours that an import names, as a path from the root with slashes; undefined for packages.
 * Imports spell out the whole file name, so no search is needed.
 * @param {string} specifier
 * @param {string} importer absolute path
 */
export function resolveImport(specifier, importer) {
  if (specifier.startsWith('.')) return fromRoot(resolve(dirname(importer), specifier));
  const [, workspace, file] = /^@latchkey\/(\w+)\/(.+)$/.exec(specifier) ?? [];
  return workspace === undefined ? undefined : `${workspace}/src/${file}.ts`;
}

/** @param {string} path absolute */
export function fromRoot(path) {
  return relative(root, path).split(sep).join('/');
}
