import type { Permission } from '@latchkey/domain/access/roles';
import { isRole, may, PERMISSION_NAMES, ROLES } from '@latchkey/domain/access/roles';
import { describe, expect, test } from 'vitest';

/** decisions.md, "People", row by row. */
const TABLE: readonly (readonly [readonly Permission[], string])[] = [
  [['console.read', 'licenses.export'], 'owner admin operator viewer'],
  [['licenses.write', 'generators.run', 'activations.deactivate'], 'owner admin operator'],
  [
    ['licenses.delete', 'catalog.write', 'customers.write', 'integrations.write', 'bulk.import'],
    'owner admin',
  ],
  [['templates.write'], 'owner admin'],
  [['settings.write', 'admins.write'], 'owner'],
];

const ROWS = TABLE.flatMap(([permissions, who]) =>
  permissions.flatMap((permission) =>
    ROLES.map((role) => [role, who.split(' ').includes(role) ? 'may' : 'may not', permission] as const),
  ),
);

describe('permissions are the table of decisions.md', () => {
  test.each(ROWS)('%s %s %s', (role, verb, permission) => {
    expect(may(role, permission)).toBe(verb === 'may');
  });

  test('no permission is missing from it', () => {
    expect(new Set(TABLE.flatMap(([permissions]) => permissions))).toEqual(new Set(PERMISSION_NAMES));
  });

  test('every denial has a twin that is allowed and differs in the role alone', () => {
    for (const permission of PERMISSION_NAMES) {
      expect(ROLES.some((role) => may(role, permission))).toBe(true);
    }
  });
});

test.each([
  ['owner', true],
  ['Owner', false],
  ['customer', false],
  ['', false],
  [null, false],
  [undefined, false],
  [['owner'], false],
  ['constructor', false],
])('%j is a role: %s', (value, expected) => {
  expect(isRole(value)).toBe(expected);
});
