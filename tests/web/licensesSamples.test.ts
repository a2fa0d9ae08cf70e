import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  quoteJson,
  quotePhp,
  quotePython,
  quoteShell,
} from '../../web/src/licenses/console/samples/quote.ts';
import { SAMPLE_LANGUAGES, SAMPLES } from '../../web/src/licenses/console/samples/samples.ts';
import {
  DEVICE_PLACEHOLDER,
  KEY_PLACEHOLDER,
  sampleSubject,
} from '../../web/src/licenses/console/samples/subject.ts';
import { aDevice, aLicense } from '../support/builders.ts';
import { BROKEN_TEXTS } from '../support/hostile.ts';

/** Text that leaves a literal in one of the languages when it is quoted carelessly. */
const HOSTILE = [
  ...['', "'", '"', '\\', "\\'", '\\"', '`id`', '$(id)', '$x', '{$x}', '${x}', '%s', '!!', '?>', '</script>'],
  ...["'''", '"""', '#', '//', '/*', '*/', '\\u0022', '\\x27', '\\n', '\r\n', '\u2028', '\u2029', '\u202e'],
  ...['é', '😀', '\u00a0', '\ufeff', '\\$', '$\\', '-n', '@/etc/passwd', '*', '~'],
  ...BROKEN_TEXTS.map(([, text]) => text),
];
const units = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 }));
const anyText = fc.array(units, { maxLength: 6 }).map((parts) => parts.join(''));
const texts = [...HOSTILE, ...fc.sample(anyText, { numRuns: 300, seed: 20 })];
const wellFormed = texts.filter((text) => text.isWellFormed());

function isHere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Lets the language itself read the literals; one process for all of them. */
function read(command: string, args: readonly string[], code: string): string {
  return execFileSync(command, args, { input: code, encoding: 'utf8' });
}

describe('literals of code samples', () => {
  test('JSON and JavaScript read back what was quoted', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.parse(quoteJson(text))).toBe(text);
        expect(runInNewContext(quoteJson(text))).toBe(text);
      }),
    );
  });

  if (isHere('bash')) {
    test('a shell reads back what was quoted, one word each', () => {
      const words = texts.map((text) => quoteShell(quoteJson(text)));
      const out = read('bash', [], `printf '%s\\0' ${words.join(' ')}`);
      expect(
        out
          .split('\0')
          .slice(0, -1)
          .map((word) => JSON.parse(word) as unknown),
      ).toEqual(texts);
    });
  }

  if (isHere('python3')) {
    test('Python reads back what was quoted', () => {
      const out = read(
        'python3',
        ['-'],
        `import json\nprint(json.dumps([${texts.map(quotePython).join(',')}]))`,
      );
      expect(JSON.parse(out)).toEqual(texts);
    });
  }

  if (isHere('php')) {
    test('PHP reads back what was quoted', () => {
      const code = `<?php echo json_encode([${wellFormed.map(quotePhp).join(',')}], JSON_THROW_ON_ERROR);`;
      expect(JSON.parse(read('php', [], code))).toEqual(wellFormed);
    });
  }

  test('nothing in a literal is invisible or turns the direction of the line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const quote of [quoteJson, quotePhp, quotePython]) {
          expect(quote(text)).not.toMatch(/(?! )[\p{C}\p{Z}]/u);
        }
      }),
    );
  });
});

describe('what a code sample is about', () => {
  const license = aLicense({ environment: 'staging', key: 'SECRET-SECRET-0001' });
  const device = aDevice({ identifier: 'shop.example.com', identifierType: 'domain' });

  test.each(SAMPLE_LANGUAGES)('%s: the real address, environment, product and device', (language) => {
    const subject = sampleSubject(license, device, { apiUrl: 'https://lic.example/', revealed: true });
    const code = SAMPLES[language].write(subject);
    const { key, productId } = license;
    for (const value of [
      'https://lic.example/v1/validate',
      'staging',
      productId,
      key,
      'shop.example.com',
      'domain',
    ])
      expect(code).toMatch(new RegExp(`["']${value}["']`));
  });

  test.each(SAMPLE_LANGUAGES)('%s: no part of the key until it is revealed', (language) => {
    const subject = sampleSubject(license, null, { apiUrl: 'https://lic.example', revealed: false });
    const code = SAMPLES[language].write(subject);
    expect(code).not.toContain('SECRET');
    expect(code).toContain(KEY_PLACEHOLDER);
    expect(code).toContain(DEVICE_PLACEHOLDER);
  });
});
