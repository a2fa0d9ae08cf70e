import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../lib/paths.ts';
import { runPackage } from '../lib/run.ts';
import { honest, nothing, type Tally } from './tally.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** Runs vitest on some of its projects. */
export async function runVitest(projects: readonly string[], variables: NodeJS.ProcessEnv): Promise<Tally> {
  const file = freshReport('vitest.json');
  const chosen = projects.flatMap((name) => ['--project', name]);
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--config', 'tests/vitest.config.ts', ...chosen, ...reports];
  const { code } = await runPackage('vitest/vitest.mjs', args, {
    env: { ...process.env, ...variables },
    shown: true,
  });
  const report = read<VitestReport>(file);
  if (report === undefined) return honest(nothing, 1);
  // A file that could not even be loaded has no tests to count.
  const broken = report.testResults.filter(
    (each) => each.status === 'failed' && each.assertionResults.length === 0,
  );
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, code);
}

/** Runs all browser tests. */
export async function runPlaywright(variables: NodeJS.ProcessEnv): Promise<Tally> {
  const file = freshReport('playwright.json');
  const env = { ...process.env, ...variables, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const args = ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'];
  const { code } = await runPackage('@playwright/test/cli.js', args, { env, shown: true });
  const report = read<PlaywrightReport>(file);
  if (report === undefined) return honest(nothing, 1);
  const { expected, unexpected, flaky } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky }, code);
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
