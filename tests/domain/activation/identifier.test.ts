import { identifierText, normaliseIdentifier } from '@latchkey/domain/activation/identifier';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('a domain is compared in one normal form', () => {
  test.each([
    ['example.com', 'example.com'],
    ['  example.com\t', 'example.com'],
    ['EXAMPLE.Com', 'example.com'],
    ['http://example.com', 'example.com'],
    ['HTTPS://Example.com/', 'example.com'],
    ['ftp://example.com', 'example.com'],
    ['//example.com/x', 'example.com'],
    ['example.com:8443', 'example.com'],
    ['https://example.com:443/shop?x=1#top', 'example.com'],
    ['example.com/a/b', 'example.com'],
    ['example.com\\path', 'example.com'],
    ['https://user:pass@example.com/', 'example.com'],
    ['user@example.com', 'example.com'],
    ['example.com.', 'example.com'],
    ['www.example.com', 'example.com'],
    ['WWW.Example.com.:80', 'example.com'],
    ['www.www.example.com', 'example.com'],
    ['shop.example.com', 'shop.example.com'],
    ['wwwx.example.com', 'wwwx.example.com'],
    ['www2.example.com', 'www2.example.com'],
    ['my_host.example.com', 'my_host.example.com'],
    ['localhost:3000', 'localhost'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['BÜCHER.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['faß.example', 'xn--fa-hia.example'],
    ['example。com', 'example.com'],
    ['192.0.2.1', '192.0.2.1'],
    ['http://192.0.2.1:8080/x', '192.0.2.1'],
    ['[2001:DB8::1]', '[2001:db8::1]'],
    ['http://[2001:db8:0:0::1]:8080/', '[2001:db8::1]'],
  ])('%j is %s', (text, value) => {
    expect(normaliseIdentifier('domain', text)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '.',
    'exa mple.com',
    'https://',
    'file:///etc/passwd',
    '/example.com',
    '\\example.com',
    '?x',
    '#x',
    '@',
    'example.com:port',
    'example.com:99999',
    'ex<mple.com',
    'ex%00mple.com',
    '[::1',
    '1.2.3.4.5',
    '256.1.1.1',
    'example.com..',
    'a..example',
    '.example.com',
    'www..example.com',
    'www.2..',
    'www.2',
  ])('%j has none', (text) => {
    expect(normaliseIdentifier('domain', text)).toBeNull();
  });

  test.each([
    [255, true],
    [256, false],
  ])('%d characters: %s', (length, fits) => {
    const domain = `${'a.'.repeat(200)}`.slice(0, length - 1).replace(/\.$/, 'a');
    const text = domain.padEnd(length, 'b');
    expect(normaliseIdentifier('domain', text)).toBe(fits ? text : null);
    expect(normaliseIdentifier('domain', `https://www.${text}:8080/${'p'.repeat(500)}`)).toBe(
      fits ? text : null,
    );
  });
});

describe('a hardware ID is compared byte for byte after trimming', () => {
  test.each([
    ['HW-1', 'HW-1'],
    [' HW-1\n', 'HW-1'],
    ['hw-1', 'hw-1'],
    ['www.HW.', 'www.HW.'],
    ['a  b', 'a  b'],
    ['ü', 'ü'],
    ['u\u0308', 'u\u0308'],
    ['x'.repeat(255), 'x'.repeat(255)],
    [` ${'x'.repeat(255)} `, 'x'.repeat(255)],
    ['x', 'x'],
  ])('%j is %j', (text, value) => {
    expect(normaliseIdentifier('hardware', text)).toBe(value);
  });

  test.each(['', '   ', '\t\n', 'x'.repeat(256)])('%j has none', (text) => {
    expect(normaliseIdentifier('hardware', text)).toBeNull();
  });
});

describe('a normal form is its own normal form', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.stringMatching(/^[a-zA-Z0-9.-]{1,40}$/),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  const dressed = fc
    .tuple(
      fc.constantFrom('', 'http://', 'HTTPS://', '//', 'u:p@'),
      fc.constantFrom('', 'www.', 'WWW.'),
      host,
    )
    .chain(([scheme, www, name]) =>
      fc.constantFrom('', '.', ':80', '/', '/www.', '?q').map((rest) => scheme + www + name + rest),
    );

  test.each([
    ['domain', dressed],
    ['hardware', fc.string({ unit: 'binary', maxLength: 300 })],
  ] as const)('%s', (type, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normaliseIdentifier(type, text);
        if (once !== null) expect(normaliseIdentifier(type, once)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });
});

test('the hashed text keeps the two kinds apart', () => {
  expect(identifierText({ type: 'hardware', value: 'a.example' })).toBe('hardware:a.example');
  expect(identifierText({ type: 'domain', value: 'a.example' })).toBe('domain:a.example');
});
