import type { ApiPermission } from '@latchkey/domain/access/apiPermissions';
import { mayGrant } from '@latchkey/domain/access/apiPermissions';
import { ROLES } from '@latchkey/domain/access/roles';
import { isAllowedAddress, isNetwork } from '@latchkey/domain/apiKey/addresses';
import { isUseToNote, opens } from '@latchkey/domain/apiKey/apiKey';
import { createApiKey, decideApiKey } from '@latchkey/domain/apiKey/decide';
import { mayCommand } from '@latchkey/domain/license/permission';
import { describe, expect, test } from 'vitest';
import { anApiKey } from '../../support/apiKeys.ts';
import { HOUR, later, NOW } from '../../support/builders.ts';

const made = { hint: 'lkm_production_new', keyHash: 'hash-2' };
const { name, productIds, addresses, perMinute, expiresAt } = anApiKey();
const facts = { name, permissions: ['console.read'], productIds, addresses, perMinute, expiresAt } as const;
const code = (decision: { ok: boolean; code?: string }) => (decision.ok ? 'ok' : decision.code);

describe('who gives what away', () => {
  test('the settings by an owner alone, the rest by whoever has it', () => {
    const givers = (permission: ApiPermission) => ROLES.filter((role) => mayGrant(role, permission));
    expect(givers('settings.write')).toEqual(['owner']);
    expect(givers('integrations.write')).toEqual(['owner', 'admin']);
    expect(givers('licenses.write')).toEqual(['owner', 'admin', 'operator']);
  });
  test.each([
    ['owner', 'ok'],
    ['admin', 'NOT_YOURS_TO_GIVE'],
  ] as const)('%s who makes or renews a key for the settings: %s', (role, expected) => {
    const permissions = ['settings.write'] as const;
    const placed = { id: 'k', environment: 'production' } as const;
    expect(code(createApiKey(placed, { ...facts, permissions }, made, { role, name: 'x' }, NOW))).toBe(
      expected,
    );
    const command = { type: 'rotate', overlapHours: 1, made } as const;
    expect(code(decideApiKey(anApiKey({ permissions }), command, role, NOW))).toBe(expected);
  });
  test('a key gives the commands that its permissions name', () => {
    const actor = { kind: 'api-key', keyId: 'k', name: 'x', permissions: ['licenses.write'] } as const;
    expect([mayCommand(actor, 'suspend'), mayCommand(actor, 'delete'), mayCommand(actor, 'expire')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a key opens', () => {
  const rotated = decideApiKey(anApiKey(), { type: 'rotate', overlapHours: 2, made }, 'owner', NOW);
  const after = rotated.ok && rotated.apiKey ? rotated.apiKey : anApiKey();
  test.each([
    ['the new one', 'hash-2', later(3 * HOUR), true],
    ['the old one while both work', 'hash-1', later(HOUR), true],
    ['the old one afterwards', 'hash-1', later(2 * HOUR), false],
    ['another', 'hash-3', NOW, false],
  ])('%s', (_, hash, at, expected) => expect(opens(after, hash, at)).toBe(expected));
  test('no longer than to its date, and not once it is revoked', () => {
    const dated = anApiKey({ expiresAt: later(HOUR) });
    expect([opens(dated, 'hash-1', NOW), opens(dated, 'hash-1', later(HOUR))]).toEqual([true, false]);
    const revoked = decideApiKey(after, { type: 'revoke' }, 'admin', NOW);
    const shut = revoked.ok && revoked.apiKey ? revoked.apiKey : after;
    expect([opens(shut, 'hash-1', NOW), opens(shut, 'hash-2', NOW)]).toEqual([false, false]);
  });
  test('and is deleted only when it does not', () => {
    expect(code(decideApiKey(anApiKey(), { type: 'delete' }, 'admin', NOW))).toBe('KEY_IN_USE');
    expect(code(decideApiKey(anApiKey({ revokedAt: NOW }), { type: 'delete' }, 'admin', NOW))).toBe('ok');
  });
});

test.each([
  [{ permissions: [] }, 'NO_PERMISSION'],
  [{ addresses: ['300.1.1.1'] }, 'ADDRESS_INVALID'],
  [{ perMinute: 0 }, 'RATE_OUT_OF_RANGE'],
  [{ expiresAt: NOW }, 'EXPIRY_NOT_FUTURE'],
  [{ name: 'Another' }, 'ok'],
] as const)('an edit with %j: %s', (changes, expected) => {
  expect(code(decideApiKey(anApiKey(), { type: 'edit', revision: 1, changes }, 'owner', NOW))).toBe(expected);
  expect(code(decideApiKey(anApiKey(), { type: 'edit', revision: 9, changes }, 'owner', NOW))).toBe(
    'CHANGED_MEANWHILE',
  );
});

test.each([
  ['203.0.113.7', ['203.0.113.7'], true],
  ['203.0.113.8', ['203.0.113.7'], false],
  ['203.0.113.200', ['203.0.113.0/24'], true],
  ['203.0.114.1', ['203.0.113.0/24'], false],
  ['2001:db8:1:2::/64', ['2001:db8:1::/48'], true],
  ['2001:db8:1:2::/64', ['2001:db8:1:2::17'], true],
  ['2001:db8:2:2::/64', ['2001:db8:1::/48'], false],
  ['203.0.113.7', ['::/0'], false],
  ['203.0.113.7', ['0.0.0.0/0'], true],
  ['unknown', ['0.0.0.0/0'], false],
])('a caller from %s by a list of %j: %s', (address, allowed, expected) => {
  expect(isAllowedAddress(address, allowed)).toBe(expected);
  expect(isAllowedAddress(address, null)).toBe(true);
});

test.each(['1.2.3', '1.2.3.4/33', '1.2.3.4/', '::1::2', 'g::', '1:2:3', '', '1.2.3.4/8/8'])(
  '%j is no network',
  (text) => {
    expect(isNetwork(text)).toBe(false);
  },
);

test('that it was used is noted once an hour', () => {
  expect(isUseToNote({ lastUsedAt: null }, NOW)).toBe(true);
  expect(isUseToNote({ lastUsedAt: NOW }, later(HOUR - 1))).toBe(false);
  expect(isUseToNote({ lastUsedAt: NOW }, later(HOUR))).toBe(true);
});
