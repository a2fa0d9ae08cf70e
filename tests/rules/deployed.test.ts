import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

it('firebase.json names the rules in the single form: with a list the emulator starts without any', () => {
  const config = JSON.parse(read('firebase.json')) as { firestore: unknown; storage: unknown };
  expect(config.firestore).toEqual({ rules: 'firestore.rules', indexes: 'firestore.indexes.json' });
  expect(config.storage).toEqual({ rules: 'storage.rules' });
});

it('no client reads or writes a file: the only rule of the storage says no', () => {
  expect(read('storage.rules').match(/\ballow\b[^;]*;/g)).toEqual(['allow read, write: if false;']);
});

it('no rule of the database allows a write', () => {
  const operations = [...read('firestore.rules').matchAll(/^\s*allow ([^:]+):/gm)].map((found) => found[1]);
  expect(operations.length).toBeGreaterThan(0);
  expect(new Set(operations)).toEqual(new Set(['get', 'list']));
});
