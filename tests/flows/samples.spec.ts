import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  SAMPLE_LANGUAGES,
  SAMPLES,
  type SampleLanguage,
} from '../../web/src/licenses/console/samples/samples.ts';
import type { SampleSubject } from '../../web/src/licenses/console/samples/subject.ts';
import { URL_OF_APP } from '../support/stack.ts';

const ACTIVE: SampleSubject = {
  apiUrl: URL_OF_APP,
  key: 'DEMO-ACTI-VE00-0001',
  environment: 'production',
  productId: 'acme-editor',
  identifier: 'HW-DEMO-1',
  identifierType: 'hardware',
};
const REVOKED: SampleSubject = { ...ACTIVE, key: 'DEMO-REVO-KED0-0001' };
/** A device that nobody has, whose name tries to be code in each of the languages. */
const HOSTILE: SampleSubject = {
  ...ACTIVE,
  identifier: `'; exit 0 #"; exit(0); // $(exit 0) \`exit 0\` \${process.exit(0)} {$x} \\ %s ' + exit(0) + ' é😀\u202e`,
};
/** Nobody listens on the port of this address. */
const UNREACHABLE: SampleSubject = { ...ACTIVE, apiUrl: 'http://127.0.0.1:1' };

/** Whether this machine can run the language at all, and with it the sample. */
function isHere(language: SampleLanguage): boolean {
  try {
    execFileSync(SAMPLES[language].run, ['--version'], { stdio: 'ignore' });
    return language !== 'curl' || execFileSync('curl', ['--version']).length > 0;
  } catch {
    return false;
  }
}

/** Runs the sample as a person would: saved to a file, started with its language. */
async function run(language: SampleLanguage, subject: SampleSubject) {
  const { fileName, run: command, write } = SAMPLES[language];
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-sample-'));
  const path = join(folder, fileName);
  await writeFile(path, write(subject));
  const ended = await new Promise<{ code: number | string; out: string; err: string }>((resolve) => {
    execFile(command, [path], { timeout: 30_000 }, (error, out, err) =>
      resolve({ code: error?.code ?? (error ? 'killed' : 0), out, err }),
    );
  });
  await rm(folder, { recursive: true });
  return ended;
}

const here = SAMPLE_LANGUAGES.filter(isHere);
const missing = SAMPLE_LANGUAGES.filter((language) => !here.includes(language));

test(`code samples run as they are shown: ${here.join(', ')} (not on this machine: ${missing.join(', ') || 'none'})`, () => {
  expect(here).toEqual(expect.arrayContaining(['javascript']));
});

for (const language of here) {
  test(`the ${SAMPLES[language].name} sample ends with 0 for a valid license`, async () => {
    const { code, out, err } = await run(language, ACTIVE);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/\(VALID\)\n$/);
  });

  test(`the ${SAMPLES[language].name} sample ends with 1 for a revoked license and says why`, async () => {
    const { code, out, err } = await run(language, REVOKED);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^License Revoked: .+ \(REVOKED\)\n$/);
  });

  test(`the ${SAMPLES[language].name} sample asks for a device whose name looks like code, and runs none of it`, async () => {
    const { code, out, err } = await run(language, HOSTILE);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/\((NOT_ACTIVATED|HARDWARE_MISMATCH)\)\n$/);
  });

  test(`the ${SAMPLES[language].name} sample does not take a refused question for a valid license`, async () => {
    const { code, out, err } = await run(language, { ...ACTIVE, identifier: '' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('HTTP 400');
    expect(err).toContain('BAD_REQUEST');
  });

  test(`the ${SAMPLES[language].name} sample does not take silence for a valid license`, async () => {
    const { code, out, err } = await run(language, UNREACHABLE);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('could not be checked');
  });
}
