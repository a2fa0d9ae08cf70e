/**
 * Stands in for the Java program that evaluates Storage rules, on machines that cannot download it. Our rules
 * refuse every client whatever it asks, so refusing everything is exact. It speaks the same protocol: a line
 * of JSON per request on stdin, a line per answer on stdout.
 */
import { createInterface } from 'node:readline';

/** @param {object} answer */
const write = (answer) =>
  process.stdout.write(`${JSON.stringify({ status: 'ok', errors: [], warnings: [], ...answer })}\n`);

// "I am ready", under the id that the emulator waits for.
write({ id: -1 });

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, action } = JSON.parse(line);
  write({ id, result: action === 'load_ruleset' ? { rulesVersion: 2 } : { permit: false } });
});
