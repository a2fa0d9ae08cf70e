import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { step } from '../lib/progress.mjs';
import { nodeMajor, npm } from './commands.mjs';
import { alone } from './lock.mjs';

const NEEDED = 24;
const VERSION = '24.21.0';

/**
 * Finds a Node that runs TypeScript and that the functions are made for, and puts it first on PATH, so that
 * npm and everything below use it too. Older ones would do harm quietly: npm then leaves out packages
 * (@google-cloud/firestore) that ask for a newer Node.
 * @param {string} root folder of the repository
 * @returns {Promise<string>} the binary
 */
export async function ensureNode(root) {
  const binary = runningNode() ?? otherNodeOnPath() ?? (await ownNode(root));
  process.env['PATH'] = [dirname(binary), process.env['PATH']].join(delimiter);
  return binary;
}

function runningNode() {
  return Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : undefined;
}

function otherNodeOnPath() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((binary) => existsSync(binary) && nodeMajor(binary) >= NEEDED);
}

/**
 * The npm package `node` only fetches one package per platform from an install script, which newer npm
 * versions hold back. Asking for that package itself needs no script.
 * @param {string} root
 */
async function ownNode(root) {
  const folder = join(root, '.latchkey', 'node');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const binary = join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
  const works = () => existsSync(binary) && nodeMajor(binary) >= NEEDED;
  if (works()) return binary;

  await alone(join(root, '.latchkey', 'node.lock'), async () => {
    if (works()) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const why = `this is ${process.versions.node} and Latchkey needs ${NEEDED}`;
    await step(`Getting Node ${VERSION} into .latchkey/node, as ${why}`, () =>
      npm(['install', '--no-audit', '--no-fund', `${name}@${VERSION}`], folder, `get Node ${VERSION}`).catch(
        (/** @type {Error} */ error) => {
          throw new Failure(`${error.message}\nOr install Node.js ${NEEDED} yourself: https://nodejs.org`);
        },
      ),
    );
  });
  if (!works()) {
    throw new Failure(
      `The fetched Node does not run on this system. Install Node.js ${NEEDED}: https://nodejs.org`,
    );
  }
  return binary;
}
