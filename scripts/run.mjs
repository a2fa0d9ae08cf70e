/**
 * Every npm verb comes through here: `node scripts/run.mjs VERB ...` gets what is missing, then runs
 * scripts/VERB.ts. It uses nothing but Node itself, from version 20 on.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`Latchkey needs Node.js 20 or newer to start; this is ${process.versions.node}.\n`);
  process.exit(1);
}

// Imported only now: an older Node should get the sentence above and nothing else.
const { Failure } = await import('./lib/failure.mjs');
const { ensureNode } = await import('./bootstrap/node.mjs');
const { whenOrphaned } = await import('./lib/orphan.mjs');
const { ensurePackages } = await import('./bootstrap/packages.mjs');

try {
  const [verb = '', ...args] = process.argv.slice(2);
  const script = join(root, 'scripts', `${verb}.ts`);
  if (!/^[a-z-]+$/.test(verb) || !existsSync(script))
    throw new Failure(`Known commands: ${verbs().join(', ')}.`);
  const node = await ensureNode(root);
  await ensurePackages(root);
  run(node, [script, ...args]);
} catch (error) {
  const known = error instanceof Failure;
  process.stderr.write(
    `\n${known ? '' : 'Getting ready failed: '}${error instanceof Error ? error.message : error}\n`,
  );
  process.exit(1);
}

function verbs() {
  return readdirSync(join(root, 'scripts'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));
}

/**
 * The child decides how to stop; this process hands signals on and leaves with the child's code.
 * @param {string} node
 * @param {string[]} args
 */
function run(node, args) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  whenOrphaned(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(`Node could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
