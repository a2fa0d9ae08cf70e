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
const workspaces = { domain: 'tsc', functions: 'tsc', scripts: 'tsc', tests: 'vue-tsc', web: 'vue-tsc' };
const compilers: Record<string, string> = { tsc: 'typescript/bin/tsc', 'vue-tsc': 'vue-tsc/bin/vue-tsc.js' };

/** Everything that can be said about the code without running it. */
const checks: readonly Check[] = [
  { what: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { what: 'lint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  ...Object.entries(workspaces).map(([name, compiler]) => ({
    what: `types of ${name}`,
    program: compilers[compiler] ?? '',
    args: ['-p', name],
  })),
];

/** Runs all checks, whatever the earlier ones say, and prints what they find. */
export async function runChecks(): Promise<{ passed: number; failed: readonly string[] }> {
  const failed: string[] = [];
  for (const { what, program, args } of checks) {
    const { code, output } = await step(`Checking ${what}`, () => runPackage(program, args));
    if (code === 0) continue;
    failed.push(what);
    process.stdout.write(`${output.trimEnd()}\n`);
  }
  return { passed: checks.length - failed.length, failed };
}
