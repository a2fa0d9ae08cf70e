import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { step } from '../lib/progress.mjs';
import { npm } from './commands.mjs';
import { alone } from './lock.mjs';

/**
 * Installs what package-lock.json names, unless node_modules holds it already.
 * @param {string} root folder of the repository
 */
export async function ensurePackages(root) {
  if (upToDate(root)) return;
  await alone(join(root, '.latchkey', 'packages.lock'), async () => {
    if (upToDate(root)) return;
    const first = !existsSync(join(root, 'node_modules'));
    const why = first ? 'this is the first start' : 'node_modules does not match package-lock.json';
    // No install scripts: nothing here needs one, and one of them (re2) compiles for minutes.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
    await step(`Installing the packages of package-lock.json, as ${why}`, () =>
      npm(args, root, 'install the packages'),
    );
    if (!hasFirestore(root)) {
      throw new Failure('npm left out @google-cloud/firestore. Delete node_modules and start again.');
    }
  });
}

/** @param {string} root */
function upToDate(root) {
  return (
    matches(readLock(root, 'package-lock.json'), readLock(root, 'node_modules/.package-lock.json')) &&
    hasFirestore(root)
  );
}

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * npm keeps a list of what it has put into node_modules, written last: it is absent after an install that was
 * cut short. Optional packages may be missing, as each platform takes its own.
 * @param {Packages | undefined} wanted
 * @param {Packages | undefined} installed
 */
function matches(wanted, installed) {
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, { version, optional }]) => {
      const there = installed[path];
      return there === undefined ? optional === true : there.version === version;
    });
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Packages | undefined}
 */
function readLock(root, name) {
  try {
    return JSON.parse(readFileSync(join(root, name), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * firebase-admin has this one as an optional dependency: npm drops it without a word where it does not fit.
 * @param {string} root
 */
function hasFirestore(root) {
  try {
    createRequire(join(root, 'functions', 'package.json')).resolve('@google-cloud/firestore');
    return true;
  } catch {
    return false;
  }
}
