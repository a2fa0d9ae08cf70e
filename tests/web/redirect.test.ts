import { expect, test } from 'vitest';
import { safeRedirect } from '../../web/src/router/redirect.ts';

const ORIGIN = 'https://latchkey.example';

test.each(['/admin/licenses', '/admin/licenses?status=active&q=a%2Fb#top', '/portal', '/a:b'])(
  'a path of this site is kept: %s',
  (path) => {
    expect(safeRedirect(path, ORIGIN)).toBe(path);
  },
);

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  ' /admin',
  'admin',
  '',
  '/..//evil.example',
  '/.//evil.example',
  '/sign-in?redirect=/sign-in',
  `/${'a'.repeat(2_000)}`,
  null,
  undefined,
  ['/admin', '/portal'],
])('anything else leads nowhere: %j', (raw) => {
  expect(safeRedirect(raw, ORIGIN)).toBeNull();
});
