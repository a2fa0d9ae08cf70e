// Runs the recipe over the public test vectors: node vectors.mjs ../../../tests/vectors
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkOfflineFile, checkToken } from './latchkey.mjs';

const folder = process.argv[2] ?? '.';
const read = async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'));
const keys = await read('jwks.json');

for (const name of ['tokens.json', 'offline-files.json']) {
  const { kind, vectors } = await read(name);
  const check = kind === 'token' ? checkToken : checkOfflineFile;
  for (const { name, document, want, verdict } of vectors) {
    const { word } = await check(document, { ...want, keys });
    console.log(`${kind}/${name} ${word}`);
    if (word !== verdict) process.exitCode = 1;
  }
}
