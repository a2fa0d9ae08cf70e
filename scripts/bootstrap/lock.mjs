import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../lib/progress.mjs';

/**
 * Two commands started at once in a fresh clone must not both install into the same folder. The file holds
 * the id of the process at work; a file left by one that is gone counts for nothing.
 * @param {string} file
 * @param {() => Promise<void>} work
 */
export async function alone(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!take(file)) {
    if (!told) say('Waiting for another Latchkey command that is installing ...');
    told = true;
    await pause(500);
  }
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isRunning(holder(file))) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    // Signal 0 only asks; between creating the file and writing it the id is empty, which counts as running.
    return pid === 0 || process.kill(pid, 0);
  } catch {
    return false;
  }
}
