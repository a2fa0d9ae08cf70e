import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { step } from '../lib/progress.mjs';
import { npm } from './commands.mjs';
import { alone } from './lock.mjs';

/**
 * Installs what package-lock.json names, but only when it has changed since the last time.
 * @param {string} root folder of the repository
 */
export async function ensurePackages(root) {
  if (upToDate(root)) return;
  await alone(join(root, '.latchkey', 'packages.lock'), async () => {
    if (upToDate(root)) return;
    const why = existsSync(join(root, 'node_modules'))
      ? 'package-lock.json has changed'
      : 'this is the first start';
    // No install scripts: nothing here needs one, and one of them (re2) compiles for minutes.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
    await step(`Installing the packages of package-lock.json, as ${why}`, () =>
      npm(args, root, 'install the packages'),
    );
    checkFirestore(root);
    writeFileSync(stamp(root), wanted(root));
  });
}

/** @param {string} root */
function upToDate(root) {
  return existsSync(stamp(root)) && readFileSync(stamp(root), 'utf8') === wanted(root);
}

/**
 * Inside node_modules, so that it goes when node_modules goes.
 * @param {string} root
 */
function stamp(root) {
  return join(root, 'node_modules', '.latchkey-installed');
}

/** @param {string} root */
function wanted(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${process.platform}-${process.arch} ${hash}\n`;
}

/**
 * firebase-admin has this one as an optional dependency: npm drops it without a word where it does not fit.
 * @param {string} root
 */
function checkFirestore(root) {
  try {
    createRequire(join(root, 'functions', 'package.json')).resolve('@google-cloud/firestore');
  } catch {
    throw new Failure(
      'npm left out @google-cloud/firestore. Delete node_modules and start again with Node 24.',
    );
  }
}
