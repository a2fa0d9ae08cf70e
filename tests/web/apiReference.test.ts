import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { manageDocument } from '@latchkey/functions/manage/document/document';
import { curlOf } from '../../web/src/apiReference/curl.ts';
import { answerOf, mediaOf, type ApiDocument } from '../../web/src/apiReference/document.ts';
import { fieldsOf, typeOf } from '../../web/src/apiReference/fields.ts';
import { errorWords, groupsOf } from '../../web/src/apiReference/operations.ts';

const api = JSON.parse(JSON.stringify(manageDocument())) as ApiDocument;
const all = groupsOf(api, '').flatMap(({ operations }) => operations);

/** What a shell makes of the lines: the words that each `curl` is given. */
function wordsOf(lines: readonly string[]): string[][] {
  const script = `curl() { printf '%s\\0' "$@"; printf '\\0'; }\n${lines.join('\n')}`;
  const env = { LATCHKEY_API_KEY: 'lkm_production_secret' };
  const said = execFileSync('/bin/sh', ['-c', script], { env }).toString();
  return said.split('\0\0').map((words) => words.split('\0'));
}

describe('the reference shows the whole document', () => {
  test('every operation is in a group, once', () => {
    const there = Object.values(api.paths).flatMap((methods) => Object.values(methods));
    expect(all.map(({ operation }) => operation.operationId).toSorted()).toEqual(
      there.map(({ operationId }) => operationId).toSorted(),
    );
  });

  test('every field of every body and answer has a type and a meaning', () => {
    const bare = all.flatMap(({ operation }) => {
      const answers = Object.values(operation.responses).map((answer) =>
        mediaOf(answerOf(api, answer).content),
      );
      return [mediaOf(operation.requestBody?.content), ...answers]
        .flatMap((media) => (media ? fieldsOf(api, media.schema) : []))
        .filter(({ type, description }) => type === '' || description === '')
        .map(({ name }) => `${operation.operationId}: ${name}`);
    });
    expect(bare).toEqual([]);
  });

  test('backticks come in pairs, so that code is code', () => {
    const texts = JSON.stringify(api).match(/"(?:description|summary)":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(texts.filter((text) => text.split('`').length % 2 === 0)).toEqual([]);
  });
});

describe('the search', () => {
  test.each([
    ['suspend license', 'suspendLicense'],
    ['POST /licenses', 'createLicense'],
    ['  createLicense  ', 'createLicense'],
    ['settings.write', 'saveSettings'],
  ])('%j finds %s, and not everything', (text, id) => {
    const found = groupsOf(api, text).flatMap(({ operations }) => operations);
    expect(found.map(({ operation }) => operation.operationId)).toContain(id);
    expect(found.length).toBeLessThan(all.length / 2);
  });

  test('what nothing matches leaves no group', () => {
    expect(groupsOf(api, 'no-such-operation')).toEqual([]);
  });
});

describe('the call to copy', () => {
  const words = wordsOf(all.map((listed) => curlOf('https://licenses.example.com', listed)));

  test.each(all.map((listed, at) => [listed.operation.operationId, listed, words[at] ?? []] as const))(
    '%s is one command of a shell, with its key and its body as they are',
    (_, { method, path, operation }, said) => {
      const address = said.find((word) => word.startsWith('https://licenses.example.com/'));
      expect(address?.split('?')[0]).toMatch(
        new RegExp(`^https://licenses.example.com${path.replace(/\{\w+\}/g, '[A-Z_]+')}$`),
      );
      expect(said.includes('-X')).toBe(method !== 'GET');
      expect(said).toContain('Authorization: Bearer lkm_production_secret');
      const example = mediaOf(operation.requestBody?.content)?.example;
      expect(said.includes('-d')).toBe(example !== undefined);
      if (example !== undefined) expect(JSON.parse(said[said.indexOf('-d') + 1] ?? '')).toEqual(example);
    },
  );

  test('a body with quotes in it stays one word', () => {
    const operation = {
      operationId: 'x',
      tags: [],
      summary: '',
      description: '',
      responses: {},
      requestBody: { content: { json: { schema: {}, example: { name: `it's "$(exit 1)" \`x\` \\ !` } } } },
    };
    const [said] = wordsOf([curlOf('https://x.test', { method: 'POST', path: '/a', operation })]);
    expect(JSON.parse(said?.at(-1) ?? '')).toEqual({ name: `it's "$(exit 1)" \`x\` \\ !` });
  });
});

describe('types and errors in words', () => {
  test.each([
    [{ type: 'integer', minimum: 1, maximum: 100, default: 50 }, 'integer, 1 to 100, else 50'],
    [{ type: 'string', maxLength: 254 }, 'string, up to 254 characters'],
    [{ type: 'array', minItems: 1, maxItems: 5000 }, 'array, 1 to 5,000 of them'],
    [{ type: ['string', 'null'], format: 'date-time' }, 'string or null (date-time)'],
    [{ enum: ['a', 'b'] }, '"a" · "b"'],
    [{ type: 'integer', minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, 'integer'],
  ])('%j: %s', (schema, words) => {
    expect(typeOf(schema)).toBe(words);
  });

  test('codes are taken out of a sentence that lists them', () => {
    expect(errorWords('Not now. Codes: NO_KEY, KEY_TAKEN.')).toEqual({
      sentence: 'Not now.',
      codes: ['NO_KEY', 'KEY_TAKEN'],
    });
    expect(errorWords('Too many.')).toEqual({ sentence: 'Too many.', codes: [] });
  });
});
