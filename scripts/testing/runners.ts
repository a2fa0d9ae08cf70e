import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../lib/paths.ts';
import { runPackage, type RunOptions } from '../lib/run.ts';
import { honest, nothing, type Tally } from './tally.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

export interface Surroundings {
  /** Added to the environment. */
  readonly variables: NodeJS.ProcessEnv;
  /** Ends the runner early. */
  readonly signal: AbortSignal;
}

/** Runs vitest on some of its projects. */
export async function runVitest(projects: readonly string[], surroundings: Surroundings): Promise<Tally> {
  const file = freshReport('vitest.json');
  const chosen = projects.flatMap((name) => ['--project', name]);
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--config', 'tests/vitest.config.ts', ...chosen, ...reports];
  const { code } = await runPackage('vitest/vitest.mjs', args, shown(surroundings));
  const report = read<VitestReport>(file);
  if (report === undefined) return honest(nothing, 1);
  // A file that could not even be loaded has no tests to count.
  const broken = report.testResults.filter(
    (each) => each.status === 'failed' && each.assertionResults.length === 0,
  );
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, code);
}

/** Runs one group of the browser tests, which the arguments choose. */
export async function runPlaywright(
  group: readonly string[],
  { variables, signal }: Surroundings,
): Promise<Tally> {
  const file = freshReport('playwright.json');
  const options = shown({ variables: { ...variables, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, signal });
  const args = ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json', ...group];
  const { code } = await runPackage('@playwright/test/cli.js', args, options);
  const report = read<PlaywrightReport>(file);
  if (report === undefined) return honest(nothing, 1);
  const { expected, unexpected, flaky } = report.stats;
  if (flaky > 0) process.stdout.write(`\n${flaky} passed only at the second try; look at them.\n`);
  return honest({ passed: expected + flaky, failed: unexpected }, code);
}

function shown({ variables, signal }: Surroundings): RunOptions {
  return { env: { ...process.env, ...variables }, shown: true, signal };
}

function freshReport(name: string): string {
  const folder = join(workFolder, 'reports');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${name}`);
  rmSync(file, { force: true });
  return file;
}

function read<Report>(file: string): Report | undefined {
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  rmSync(file);
  return report;
}
