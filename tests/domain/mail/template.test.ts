import { EXAMPLE_KEY, exampleValues } from '@latchkey/domain/mail/example';
import { mailHtml } from '@latchkey/domain/mail/html';
import { MAIL_KINDS, MAIL_KIND_FACTS } from '@latchkey/domain/mail/kinds';
import { checkTemplate, fillTemplate, readTemplate } from '@latchkey/domain/mail/template';
import { DEFAULT_TEMPLATES } from '@latchkey/domain/mail/templates';
import { describe, expect, test } from 'vitest';
import { PROTOTYPE_NAMES } from '../../support/hostile.ts';

const RIGHT = { subject: null, body: null };
const good = DEFAULT_TEMPLATES.assignment;

describe('the texts that come along', () => {
  test.each(MAIL_KINDS)('%s is right, and leaves no braces when filled', (kind) => {
    expect(checkTemplate(kind, DEFAULT_TEMPLATES[kind])).toEqual(RIGHT);
    const filled = fillTemplate(DEFAULT_TEMPLATES[kind], exampleValues(kind, 'https://app.example', 'Acme'));
    expect(`${filled.subject}${filled.body}`).not.toMatch(/[{}]/);
  });
  test.each(MAIL_KINDS)('%s says in its example only what it may say', (kind) => {
    const example = Object.keys(exampleValues(kind, 'https://app.example', 'Acme')).sort();
    expect(example).toEqual([...MAIL_KIND_FACTS[kind].variables].sort());
  });
});

describe('a template', () => {
  test.each([
    ['an empty subject', { ...good, subject: '  ' }, 'subject', /needs a subject/],
    ['a subject of two lines', { ...good, subject: 'a\nBcc: x@y.example' }, 'subject', /one line/],
    ['a key in the subject', { ...good, subject: '{{licenseKey}}' }, 'subject', /no place in a subject/],
    ['an unknown variable', { ...good, subject: '{{password}}' }, 'subject', /no \{\{password\}\}/],
    ['an empty text', { ...good, body: '' }, 'body', /needs a text/],
    ['a text without the key', { ...good, body: 'Hello' }, 'body', /Without \{\{licenseKey\}\}/],
    ["another mail's variable", { ...good, body: '{{licenseKey}} {{link}}' }, 'body', /no \{\{link\}\}/],
    ['a text too long', { ...good, body: `{{licenseKey}}${'x'.repeat(10_001)}` }, 'body', /at most/],
  ] as const)('is refused with a sentence: %s', (_, template, field, sentence) => {
    expect(checkTemplate('assignment', template)[field]).toMatch(sentence);
    // Got into the store all the same, it is not used.
    expect(readTemplate('assignment', template)).toEqual(good);
  });
  test.each(PROTOTYPE_NAMES)('knows no variable {{%s}}', (name) => {
    expect(checkTemplate('assignment', { ...good, subject: `{{${name}}}` }).subject).not.toBeNull();
    expect(fillTemplate({ subject: `a {{${name}}} b`, body: 'x' }, {}).subject).toBe('a b');
  });
});

describe('filling in', () => {
  test('happens once: what a value brings along is text', () => {
    const values = { customerName: '{{licenseKey}}', licenseKey: 'SECRET' };
    expect(fillTemplate({ subject: 'Hi {{customerName}}', body: '{{ customerName }}' }, values)).toEqual({
      subject: 'Hi {{licenseKey}}',
      body: '{{licenseKey}}',
    });
  });
  test('leaves out a line that would speak of nothing, and keeps one that says something', () => {
    const body = 'a\n\nReason: {{reason}}\n\n{{product}} {{reason}}\nb';
    expect(fillTemplate({ subject: 's', body }, { product: 'P' }).body).toBe('a\n\nP \nb');
  });
  test('never makes a subject of two lines', () => {
    const values = { product: 'a\r\nBcc: all@example.com' };
    expect(fillTemplate({ subject: 'For {{product}}', body: 'x' }, values).subject).toBe(
      'For a Bcc: all@example.com',
    );
  });
});

describe('HTML', () => {
  const bodyOf = (text: string, mono: string[] = []): string =>
    /<div[^>]*>(.*)<\/div>/s.exec(mailHtml(text, mono))?.[1] ?? '';
  const tags = (html: string): string[] => [...html.matchAll(/<(\w+)/g)].map(([, name]) => name ?? '');

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><a href="javascript:alert(1)">',
    "' onmouseover='x",
    '&lt;b&gt;',
  ])('escapes %s', (text) => {
    const html = bodyOf(text);
    expect(new Set(tags(html))).toEqual(new Set(['p']));
    expect(html).not.toContain(text);
  });
  test('makes links of web addresses and of nothing else', () => {
    const html = bodyOf('See https://a.example/x?y=1&z=2. Not javascript:alert(1) or http://"onclick=');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://a.example/x?y=1&amp;z=2',
    ]);
  });
  test('sets a key apart, escaped as well', () => {
    expect(bodyOf(`Here:\n\n${EXAMPLE_KEY}`, [EXAMPLE_KEY])).toContain('monospace');
    expect(bodyOf('<KEY>', ['<KEY>'])).toContain('&lt;KEY&gt;');
  });
});
