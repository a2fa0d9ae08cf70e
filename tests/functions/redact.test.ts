import { describe, expect, test } from 'vitest';
import { redact, redactText } from '@latchkey/functions/redact';

const KEYS = [
  'DEMO-AVAI-LABL-E001',
  'demo-avai-labl-e001',
  'DEMO AVAI LABL E001',
  'DEMO_AVAI_LABL_E001',
  'DEMO.AVAI.LABL.E001',
  'DEMOAVAILABLE001',
  'ABCDEFGH-JKMNPQRS-TUVWXYZA',
  'ABCDEFGHJKMNPQRSTUVW',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  '3F2504E04F8941D39A0C0305E82C3301',
  'aB3dE5fG7hJ9',
  '1234-5678-9012-3456-7890',
  'ACME-2345-6789-ABCD-pro',
];

describe('a license key is never whole in a log line', () => {
  test.each(KEYS)('%s', (key) => {
    const places = [
      key,
      `key ${key} is bad`,
      `"${key}"`,
      `/v1/keys/${key}?x`,
      `key=${key};`,
      `(${key})`,
      `\n${key}\n`,
    ];
    for (const text of places) {
      expect(redactText(text)).not.toContain(key);
      expect(redactText(text)).toContain(`${key.slice(0, 8)}…`);
    }
  });

  test.each(['key', 'Key', 'licenseKey', 'license_key', 'keys'])(
    'nor any text in a field named %s',
    (field) => {
      expect(redact({ [field]: 'short plain text' })).toEqual({ [field]: 'short pl…' });
    },
  );

  test('nor in names, lists, causes, stacks or members of errors', () => {
    const error = new Error('outer ABCD-EFGH-2345-6789', { cause: new Error('inner ABCD-EFGH-2345-6789') });
    Object.assign(error, { key: 'ABCD-EFGH-2345-6789', details: ['ABCD-EFGH-2345-6789'] });
    const text = JSON.stringify(redact({ error, 'ABCD-EFGH-2345-6789': { deep: [new Map(), error] } }));
    expect(text).toContain('ABCD-EFG…');
    expect(text).not.toContain('ABCD-EFGH');
  });
});

test.each([
  'authorization',
  'password',
  'newPassword',
  'token',
  'idToken',
  'secret',
  'set-cookie',
  'apiKey',
  'privateKey',
])('of a field named %s nothing is shown at all', (field) => {
  expect(redact({ [field]: 'hunter2', inner: { [field]: { x: 'hunter2' } } })).toEqual({
    [field]: '…',
    inner: { [field]: '…' },
  });
});

test('what a reader of the log needs stays', () => {
  const fields = {
    requestId: 'ZcULj7lpdggWfTbjQVGN',
    licenseId: 'h27dHq2mXc81Jsd02KqL',
    id: 'h27dHq2mXc81Jsd02KqL_a',
    code: 'LIMIT_EXCEEDED',
    count: 12_345_678_901_234,
    ok: true,
    none: null,
    at: new Date(0),
    text: 'RESOURCE_EXHAUSTED: us-central1 at 2026-11-22T02:01:57.000Z from 127.0.0.1:8080, some-kebab-case-words here',
    variable: 'LATCHKEY_SIGNING_KEYS is not set',
  };
  expect(redact(fields)).toEqual({ ...fields, at: '1970-01-01T00:00:00.000Z', code: 'LIMIT_EXCEEDED' });
});

test('an id field that holds something else is looked at like any other', () => {
  expect(redact({ licenseId: 'no id: ABCD-EFGH-2345-6789' })).toEqual({ licenseId: 'no id: ABCD-EFG…' });
});
