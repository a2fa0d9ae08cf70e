import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolveImport, root } from './resolve.js';

/**
 * Reports imports that lead back to the file they are in. Types are left out: they are gone before anything
 * runs. What other files import is read by pattern, which formatted code allows, and once per run.
 */
export const cycleRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      ImportDeclaration(node) {
        if (node.importKind === 'type') return;
        const imported = resolveImport(node.source.value, context.filename);
        const chain = imported && pathBack(imported, context.filename);
        if (chain) context.report({ node, message: `Circular import: ${chain.join(' -> ')} -> this file` });
      },
    };
  },
};

const known = new Map();

function importsOf(path) {
  if (!known.has(path)) known.set(path, readImports(resolve(root, path)));
  return known.get(path);
}

function readImports(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const found = text.matchAll(/^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  return [...found].flatMap(([, specifier]) => resolveImport(specifier, file) ?? []);
}

/** The files on the shortest way from `start` to `goal`, or undefined. */
function pathBack(start, goal) {
  const before = new Map([[start, undefined]]);
  for (const path of before.keys()) {
    if (resolve(root, path) === goal) return trace(path, before).slice(0, -1);
    for (const next of importsOf(path)) if (!before.has(next)) before.set(next, path);
  }
  return undefined;
}

function trace(path, before) {
  const chain = [];
  for (let at = path; at !== undefined; at = before.get(at)) chain.unshift(at);
  return chain;
}
