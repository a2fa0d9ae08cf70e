import type { Chance } from './seededRandom.ts';
import type { Sent } from './software.ts';

const DOORS = ['/v1/validate', '/v1/activate', '/v1/deactivate'];
const PATHS = [
  ...DOORS,
  ...DOORS,
  '/v1/health',
  '/v1/jwks.json',
  '/v1/openapi.json',
  '/v1/',
  '/v1/validate/',
  '/v1/validate/x',
  '/v1//validate',
  '/v1/validate?key=%00',
  '/v1/validate?__proto__[x]=1',
  '/v1/..%2fvalidate',
  '/v1/%ff',
  '/v1/constructor',
];
const METHODS = [
  'POST',
  'POST',
  'POST',
  'POST',
  'GET',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'PROPFIND',
];
const TYPES = [
  ...Array<string>(8).fill('application/json'),
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/octet-stream',
  '',
];
const NAMES = [
  'key',
  'identifier',
  'identifierType',
  'environment',
  'product',
  'features',
  'nonce',
  'label',
  'appVersion',
  'status',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  '\u0000',
];
const STRINGS = [
  '',
  ' ',
  'x',
  '..',
  '../../licenses/x',
  '__x__',
  'a/b/c',
  '\u0000',
  '\ud800',
  '\u202e',
  '\u{1f511}'.repeat(64),
  'A'.repeat(129),
  'x'.repeat(5_000),
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '=cmd()',
  'production',
  'hardware',
  'domain',
  'http://',
];
/** Written out, since no object literal can hold them. */
const RAW = ['1e999', '-0', '[[[[[[[[[[]]]]]]]]]]', '{"__proto__":{"a":1}}', 'NaN', '1,', '"\\ud83d"', '"\\'];

/**
 * A request that is wrong in some way or asks about a key that nobody knows; the few that name the
 * known key ask for nothing that would change anything.
 */
export function randomRequest(dice: Chance, knownKey: string): Sent & { readonly path: string } {
  const path = dice.pick(PATHS);
  const method = dice.pick(METHODS);
  const type = dice.pick(TYPES);
  const headers: Record<string, string> = {
    ...(type !== '' && { 'content-type': type }),
    ...(dice.below(20) === 0 && { 'content-encoding': dice.pick(['gzip', 'zstd', 'identity', 'x']) }),
    ...(dice.below(20) === 0 && { origin: 'https://evil.example', authorization: 'Bearer x' }),
  };
  const about = path === '/v1/validate' && dice.below(6) === 0 ? knownKey : null;
  return { path, method, headers, body: randomBody(dice, about) };
}

function randomBody(dice: Chance, knownKey: string | null): Buffer {
  const roll = dice.below(12);
  if (roll === 0) return Buffer.alloc(0);
  if (roll === 1) return Buffer.from(Array.from({ length: dice.below(300) }, () => dice.below(256)));
  if (roll === 2) return Buffer.from(`{"key":"${'A'.repeat(16_000 + dice.below(40_000))}"}`);
  const key = knownKey ?? `FUZZ-${dice.below(1e9)}-${dice.below(1e9)}`;
  const known = dice.below(3) > 0 ? [`"key":${JSON.stringify(key)}`] : [];
  const members = Array.from({ length: dice.below(4) }, () => {
    return `${JSON.stringify(dice.pick(NAMES))}:${randomValue(dice, 0)}`;
  });
  const text = `{${[...known, ...members].join(',')}}`;
  const cut = dice.below(10) === 0 ? text.slice(0, dice.below(text.length)) : text;
  return Buffer.from(dice.below(15) === 0 ? randomValue(dice, 0) : cut);
}

function randomValue(dice: Chance, depth: number): string {
  const roll = dice.below(depth > 3 ? 6 : 8);
  if (roll < 3) return JSON.stringify(dice.pick(STRINGS));
  if (roll === 3) return String(dice.pick([0, 1, -1, 9_999, 1e308, 0.1]));
  if (roll === 4) return dice.pick(['null', 'true', 'false']);
  if (roll === 5) return dice.pick(RAW);
  const inner = Array.from({ length: dice.below(4) }, () => randomValue(dice, depth + 1));
  if (roll === 6) return `[${inner.join(',')}]`;
  return `{${inner.map((value) => `${JSON.stringify(dice.pick(NAMES))}:${value}`).join(',')}}`;
}
