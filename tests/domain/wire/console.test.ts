import { CommandLicenseAnswer, CommandLicenseRequest } from '@latchkey/domain/wire/console/commandLicense';
import { DeactivateDeviceRequest } from '@latchkey/domain/wire/console/deactivateDevice';
import { IssueLicenseRequest } from '@latchkey/domain/wire/console/issueLicense';
import { COMMAND_NAMES } from '@latchkey/domain/license/commands';
import { describe, expect, test } from 'vitest';
import { BROKEN_TEXTS, PROTOTYPE_NAMES, withMember } from '../../support/hostile.ts';

const customer = { email: 'ada@example.com', name: 'Ada' };
const ISSUE = { environment: 'production', productId: 'acme-editor', generatorId: 'generator-1' };
const reasons = { publicReason: 'x', note: null };

const COMMANDS: readonly ({ readonly type: string } & Readonly<Record<string, unknown>>)[] = [
  { type: 'assign', customer },
  { type: 'inactivate', ...reasons },
  { type: 'reactivate' },
  { type: 'suspend', ...reasons },
  { type: 'unsuspend' },
  { type: 'revoke', ...reasons },
  { type: 'transfer', customer },
  { type: 'edit', revision: 1, changes: {} },
  { type: 'renew' },
  { type: 'delete', confirmation: '0001' },
];

const request = (command: unknown) => ({ environment: 'staging', licenseId: 'license-1', command });
const commanded = (command: unknown) => CommandLicenseRequest.safeParse(request(command)).success;
const edited = (changes: unknown) => commanded({ type: 'edit', revision: null, changes });
const issued = (members: object) => IssueLicenseRequest.safeParse({ ...ISSUE, ...members }).success;

describe('commands', () => {
  test.each(COMMANDS)('$type is taken as it is, and with nothing more', (command) => {
    expect(commanded(command)).toBe(true);
    for (const name of [...PROTOTYPE_NAMES, 'actor', 'now']) {
      expect(commanded(withMember(command, name, { role: 'owner' }))).toBe(false);
      expect(CommandLicenseRequest.safeParse(withMember(request(command), name, 'x')).success).toBe(false);
    }
  });

  test.each(COMMANDS)('$type lacks nothing', (command) => {
    for (const name of Object.keys(command)) {
      const { [name]: _left, ...rest } = command;
      expect(commanded(rest)).toBe(false);
    }
  });

  test('what only software and time may do cannot even be said', () => {
    const said = COMMANDS.map(({ type }) => type);
    expect(COMMAND_NAMES.filter((name) => !said.includes(name))).toEqual(['activate', 'expire']);
    for (const type of ['activate', 'expire', 'constructor', '', null])
      expect(commanded({ type })).toBe(false);
  });
});

describe('a public reason', () => {
  test.each([
    [null, true],
    ['x'.repeat(500), true],
    ['x'.repeat(501), false],
    ['two\nlines\tand a tab', true],
    ['half \ud83d', false],
    ['NUL \u0000', false],
    [1, false],
  ])('%#: %s', (publicReason, ok) => {
    expect(commanded({ type: 'suspend', publicReason, note: null })).toBe(ok);
    expect(commanded({ type: 'suspend', publicReason: 'x', note: publicReason })).toBe(ok);
  });
});

describe('an edit', () => {
  test.each([
    [{ activationLimit: -1 }, true],
    [{ activationLimit: -2 }, false],
    [{ activationLimit: 0 }, false],
    [{ activationLimit: 1 }, true],
    [{ activationLimit: 10_000 }, true],
    [{ activationLimit: 10_001 }, false],
    [{ activationLimit: 1.5 }, false],
    [{ activationLimit: '1' }, false],
    [{ activationLimit: null }, false],
    [{ graceDays: null }, true],
    [{ graceDays: -1 }, false],
    [{ graceDays: 0 }, true],
    [{ graceDays: 30 }, true],
    [{ graceDays: 31 }, false],
    [{ expiresAt: null }, true],
    [{ expiresAt: '2027-02-28T23:59:59Z' }, true],
    [{ expiresAt: '2027-02-28T23:59:59.999Z' }, true],
    [{ expiresAt: '2027-02-30T00:00:00Z' }, false],
    [{ expiresAt: '2027-02-28' }, false],
    [{ expiresAt: '2027-02-28T00:00:00+01:00' }, false],
    [{ expiresAt: 0 }, false],
    [{ status: 'revoked' }, false],
    [{ customerId: 'customer-b' }, false],
  ])('of %j: %s', (changes, ok) => {
    expect(edited(changes)).toBe(ok);
  });

  test.each([
    [null, true],
    [1, true],
    [1.5, false],
    ['1', false],
  ])('made on revision %j: %s', (revision, ok) => {
    expect(commanded({ type: 'edit', revision, changes: {} })).toBe(ok);
  });
});

describe('features and metadata are what can be stored exactly as sent', () => {
  const deep = (levels: number): unknown => (levels === 1 ? {} : { a: deep(levels - 1) });
  test.each([
    ['nothing', '{}', true],
    ['all kinds', '{"a":[1,-0.5,true,null,"x\\n",{"b":{}}]}', true],
    ['toString as a name', '{"toString":1}', true],
    ['8 levels', JSON.stringify(deep(8)), true],
    ['9 levels', JSON.stringify(deep(9)), false],
    ['an array in an array', '{"a":[[1]]}', false],
    ['an empty name', '{"":1}', false],
    ['__proto__', '{"__proto__":{"isAdmin":true}}', false],
    ['__proto__ further down', '{"a":[{"__proto__":1}]}', false],
    ['constructor', '{"constructor":1}', false],
    ['prototype', '{"a":{"prototype":1}}', false],
    ['a name Firestore keeps for itself', '{"__x__":1}', false],
    ['a control character', '{"a":"\\u0000"}', false],
    ['half a character', '{"a":"\\ud83d"}', false],
    ['a control character in a name', '{"a\\u0001":1}', false],
    ['a number beyond all', '{"a":1e999}', false],
    ['an array', '[]', false],
    ['text', '"x"', false],
    ['null', 'null', false],
  ])('%s: %#', (_, text, ok) => {
    const value: unknown = JSON.parse(text);
    expect(edited({ features: value })).toBe(ok);
    expect(edited({ metadata: value })).toBe(ok);
    expect(issued({ features: value, metadata: value })).toBe(ok);
  });

  test('five thousand levels are refused like nine', () => {
    const value: unknown = JSON.parse(`{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_001)}`);
    expect(edited({ metadata: value })).toBe(false);
  });
});

describe('ids', () => {
  test.each([
    ['a', true],
    ['acme-editor', true],
    ['A_9', true],
    ['x'.repeat(128), true],
    ['x'.repeat(129), false],
    ['', false],
    ['a/b', false],
    ['.', false],
    ['..', false],
    ['a.b', false],
    ['__proto__', false],
    ['__x__', false],
    ['-a', false],
    ['a\n', false],
    [' a', false],
    ['ä', false],
    [null, false],
    [1, false],
  ])('%j: %s', (id, ok) => {
    expect(issued({ productId: id })).toBe(ok);
    expect(issued({ generatorId: id })).toBe(ok);
    expect(CommandLicenseRequest.safeParse({ ...request({ type: 'renew' }), licenseId: id }).success).toBe(
      ok,
    );
    expect(DeactivateDeviceRequest.safeParse({ environment: 'production', activationId: id }).success).toBe(
      ok,
    );
  });
});

describe('customers', () => {
  test.each([
    [customer, true],
    [{ ...customer, name: null }, true],
    [{ email: customer.email }, false],
    [{ ...customer, name: 'x'.repeat(255) }, true],
    [{ ...customer, name: 'x'.repeat(256) }, false],
    [{ ...customer, email: 'ada' }, false],
    [{ ...customer, email: 'ada@localhost' }, false],
    [{ ...customer, email: `${'a'.repeat(250)}@example.com` }, false],
    [{ ...customer, email: 'ada@example.com\n' }, false],
    [{ ...customer, email: null }, false],
    [{ ...customer, id: 'customer-a' }, false],
    [null, false],
  ])('%#: %j: %s', (named, ok) => {
    expect(commanded({ type: 'assign', customer: named })).toBe(ok);
    expect(issued({ customer: named })).toBe(ok);
  });

  test.each(BROKEN_TEXTS)('have no %s in their name', (_, name) => {
    expect(issued({ customer: { ...customer, name } })).toBe(false);
  });
});

describe('issuing', () => {
  test('takes no more than it names', () => {
    for (const name of [...PROTOTYPE_NAMES, 'key', 'status', 'id']) {
      expect(IssueLicenseRequest.safeParse(withMember(ISSUE, name, 'x')).success).toBe(false);
    }
    expect(issued({})).toBe(true);
  });

  test.each(['environment', 'productId', 'generatorId'])('asks for %s', (name) => {
    expect(issued({ [name]: undefined })).toBe(false);
  });

  test.each(['sandbox', '', 'Production', null])('%j is no environment', (environment) => {
    expect(issued({ environment })).toBe(false);
  });
});

test('an answer is either accepted or refused with code and reason, never something between', () => {
  const answer = (value: unknown) => CommandLicenseAnswer.safeParse(value).success;
  expect(answer({ ok: true, renewedToId: null })).toBe(true);
  expect(answer({ ok: false, code: 'FORBIDDEN', reason: 'Your role does not allow this.' })).toBe(true);
  expect(answer({ ok: false, renewedToId: null })).toBe(false);
  expect(answer({ ok: true, renewedToId: null, code: 'X' })).toBe(false);
});
