import { describe, expect, test } from 'vitest';
import { fileVectors } from '../support/vectors/files.ts';
import { CURRENT, NEXT, STRANGER } from '../support/vectors/keys.ts';
import { tokenVectors } from '../support/vectors/tokens.ts';
import { VERDICTS, type Vector } from '../support/vectors/vector.ts';

const folder = '../vectors';

/** As the files stand in the repository; `vitest -u` writes them anew. */
function written(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

describe("the public vectors are what the functions' own signer makes, byte for byte", () => {
  test('tokens', async () => {
    const file = { kind: 'token', vectors: await tokenVectors() };
    await expect(written(file)).toMatchFileSnapshot(`${folder}/tokens.json`);
  });

  test('offline files', async () => {
    const file = { kind: 'offline-file', vectors: await fileVectors() };
    await expect(written(file)).toMatchFileSnapshot(`${folder}/offline-files.json`);
  });

  test('the set of keys holds public parts only, and no stranger', async () => {
    const keys = [CURRENT, NEXT].map(({ kid, x }) => {
      return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
    });
    const text = written({ keys });
    await expect(text).toMatchFileSnapshot(`${folder}/jwks.json`);
    for (const { d } of [CURRENT, NEXT]) expect(text).not.toContain(d);
    expect(text).not.toContain(STRANGER.x);
  });
});

test('every word is called for, every vector has its own name, and a good one differs from each bad one', async () => {
  const all: Vector[] = [...(await tokenVectors()), ...(await fileVectors())];
  expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS));
  for (const vectors of [await tokenVectors(), await fileVectors()]) {
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
    const asked = vectors.map(({ document, want }) => JSON.stringify([document, want]));
    expect(new Set(asked).size).toBe(vectors.length);
  }
});
