import { spawn, spawnSync } from 'node:child_process';
import { Failure } from '../lib/failure.mjs';

/**
 * What an outer npm exports about itself would make an inner npm work in the wrong folder. Settings that a
 * person made (registry, proxy, cache) stay.
 * @returns {NodeJS.ProcessEnv}
 */
function cleanEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(package_|lifecycle_|config_local_prefix$|command$|execpath$)/.test(name)) delete env[name];
  }
  return env;
}

/**
 * Runs npm quietly; when it fails, its last lines are the explanation.
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} purpose completes "npm could not ..."
 * @returns {Promise<void>}
 */
export function npm(args, cwd, purpose) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk.toString()).slice(0, 20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', () =>
      reject(new Failure('npm was not found. Install Node.js with npm: https://nodejs.org')),
    );
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new Failure(
          `npm could not ${purpose}. Is the package registry reachable? It said:\n  ${gist(output)}`,
        ),
      );
    });
  });
}

/**
 * The cause stands at the start of what npm calls an error; the rest is usage and where the log is.
 * @param {string} output
 */
function gist(output) {
  const errors = output.split('\n').filter((line) => /^npm error (?!\s*$|\s+at )/.test(line));
  return (errors.length > 0 ? errors : output.trim().split('\n')).slice(0, 8).join('\n  ');
}

/**
 * Major version of a Node binary, or 0 when it does not run.
 * @param {string} binary
 * @returns {number}
 */
export function nodeMajor(binary) {
  const { status, stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? Number(/^v(\d+)\./.exec(stdout)?.[1] ?? 0) : 0;
}
