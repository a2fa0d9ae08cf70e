import { spawn } from 'node:child_process';
import { root } from '../lib/paths.ts';
import { firebaseCommand } from '../stack/firebaseCommand.ts';

/** Runs firebase-tools on the project; `output` is empty when it is shown to the user instead. */
export function firebase(
  args: readonly string[],
  how: 'quiet' | 'shown',
): Promise<{ code: number; output: string }> {
  const [command, ...rest] = firebaseCommand(args);
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd: root,
      stdio: how === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
