/**
 * Stands between the stack and firebase-tools, in a process group of its own, and makes sure that nothing
 * stays behind: when it is told to stop, or when whoever started it is gone (even by kill -9), it lets
 * firebase-tools shut down, then ends what is left.
 *
 * Arguments: the log file, the file with Java's process ids, then the command to run. Tells its parent
 * `{ ready: true }` once, and ends with the command.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';

const [logFile = '', javaPids = '', command = '', ...args] = process.argv.slice(2);
const patience = 20_000;

const log = createWriteStream(logFile);
const firebase = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
let said = '';
for (const stream of [firebase.stdout, firebase.stderr]) {
  stream.on('data', (chunk: Buffer) => {
    log.write(chunk);
    if (said.includes('All emulators ready!')) return;
    said += chunk.toString();
    if (said.includes('All emulators ready!')) process.send?.({ ready: true });
  });
}

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  // Once only: a second interrupt makes firebase-tools leave its children behind.
  firebase.kill('SIGINT');
  setTimeout(endEverything, patience);
}

process.on('message', stop);
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
firebase.on('error', endEverything);
firebase.on('close', endEverything);

/**
 * Java leads a process group of its own; ending groups rather than processes cannot hit a stranger that got
 * an old id meanwhile. Everything else shares the group of this process, which goes last.
 */
function endEverything(): void {
  log.end(() => [...javaGroups(), process.pid].forEach(endGroup));
}

function javaGroups(): number[] {
  try {
    return readFileSync(javaPids, 'utf8').split('\n').map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

function endGroup(id: number): void {
  try {
    process.kill(-id, 'SIGKILL');
  } catch {
    // Already gone, which is what was wanted.
  }
}
