import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileVectors } from '../support/vectors/files.ts';
import { isHere, LANGUAGES, verdictsOf } from '../support/vectors/languages.ts';
import { CURRENT, NEXT } from '../support/vectors/keys.ts';
import { tokenVectors } from '../support/vectors/tokens.ts';
import type { Vector } from '../support/vectors/vector.ts';

const here = LANGUAGES.filter(isHere);
const missing = LANGUAGES.filter((language) => !here.includes(language)).map(({ name }) => name);

test(`the documented recipes are run in ${here.map(({ name }) => name).join(', ')} (not on this machine: ${missing.join(', ') || 'none'})`, () => {
  expect(here.map(({ name }) => name)).toContain('JavaScript');
});

test.each(here.map((language) => [language.name, language] as const))(
  'the documented recipe in %s says of every vector what the vectors say',
  async (_, language) => {
    const tokens = (await tokenVectors()).map(({ name, verdict }) => `token/${name} ${verdict}`);
    const files = (await fileVectors()).map(({ name, verdict }) => `offline-file/${name} ${verdict}`);
    const built = await mkdtemp(join(tmpdir(), 'latchkey-recipe-'));
    try {
      expect(await verdictsOf(language, built)).toEqual([...tokens, ...files]);
    } finally {
      await rm(built, { recursive: true, force: true });
    }
  },
);

describe('a client that leaves out any one of the checks is found by the vectors', () => {
  const RECIPE = new URL('../../docs/verify/javascript/latchkey.mjs', import.meta.url);
  const CHECK = /^ *if \(.*\) return .*'[A-Z_]+'.*;$/;

  interface Client {
    readonly checkToken: (document: string, want: unknown) => Promise<{ word: string }>;
    readonly checkOfflineFile: Client['checkToken'];
  }

  /** How many vectors the client gets wrong; one that falls over gets it wrong, too. */
  async function wrongWords(source: string, folder: string, name: string): Promise<number> {
    const path = join(folder, `${name}.mjs`);
    await writeFile(path, source);
    const client = (await import(path)) as Client;
    const keys = { keys: [CURRENT, NEXT] };
    const said = async (check: Client['checkToken'], vectors: readonly Vector[]): Promise<boolean[]> =>
      Promise.all(
        vectors.map(async ({ document, want, verdict }) => {
          const { word } = await check(document, { ...want, keys }).catch(() => ({ word: 'FELL_OVER' }));
          return word === verdict;
        }),
      );
    const right = [
      ...(await said(client.checkToken, await tokenVectors())),
      ...(await said(client.checkOfflineFile, await fileVectors())),
    ];
    return right.filter((one) => !one).length;
  }

  test('each line that refuses, taken out one by one', async () => {
    const lines = (await readFile(RECIPE, 'utf8')).split('\n');
    const checks = lines.flatMap((line, at) => (CHECK.test(line) ? [at] : []));
    expect(checks.length).toBeGreaterThanOrEqual(15);
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-recipe-'));
    try {
      expect(await wrongWords(lines.join('\n'), folder, 'whole')).toBe(0);
      const missed: string[] = [];
      for (const at of checks) {
        const without = lines.filter((_, other) => other !== at).join('\n');
        if ((await wrongWords(without, folder, `without-${at}`)) === 0) missed.push(lines[at] ?? '');
      }
      expect(missed).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
