import { runPackage } from '../lib/run.ts';
import { step } from '../lib/progress.mjs';

interface Check {
  /** Completes "Checking ...". */
  readonly what: string;
  /** File below node_modules. */
  readonly program: string;
  readonly args: readonly string[];
}

/** Those with Vue components in reach need the compiler that reads them. */
const workspaces = { tests: 'vue-tsc', web: 'vue-tsc', functions: 'tsc', scripts: 'tsc', domain: 'tsc' };
const compilers: Record<string, string> = { tsc: 'typescript/bin/tsc', 'vue-tsc': 'vue-tsc/bin/vue-tsc.js' };

/** Everything that can be said about the code without running it; what takes longest comes first. */
const checks: readonly Check[] = [
  { what: 'lint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  ...Object.entries(workspaces).map(([name, compiler]) => ({
    what: `types of ${name}`,
    program: compilers[compiler] ?? '',
    args: ['-p', name],
  })),
  { what: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
];

/** Each is one process with one thread. More of them at a time cost memory that a small machine does not have. */
const LANES = 2;

/** Runs all checks, whatever the earlier ones say, and prints what they find. */
export async function runChecks(): Promise<{ passed: number; failed: readonly string[] }> {
  const failed: string[] = [];
  const said: string[] = [];
  const waiting = [...checks];
  async function lane(): Promise<void> {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, output } = await runPackage(check.program, check.args);
      if (code === 0) continue;
      failed.push(check.what);
      said.push(output.trimEnd());
    }
  }
  await step('Checking format, lint and types', () => Promise.all(Array.from({ length: LANES }, lane)));
  for (const text of said) process.stdout.write(`${text}\n`);
  return { passed: checks.length - failed.length, failed };
}
