export const ROLES = ['owner', 'admin', 'operator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** decisions.md, People. Each permission names who has it; nobody else does. */
const PERMISSIONS = {
  'console.read': ['owner', 'admin', 'operator', 'viewer'],
  'licenses.export': ['owner', 'admin', 'operator', 'viewer'],
  'licenses.write': ['owner', 'admin', 'operator'],
  'generators.run': ['owner', 'admin', 'operator'],
  'activations.deactivate': ['owner', 'admin', 'operator'],
  'licenses.delete': ['owner', 'admin'],
  'catalog.write': ['owner', 'admin'],
  'customers.write': ['owner', 'admin'],
  'integrations.write': ['owner', 'admin'],
  'bulk.import': ['owner', 'admin'],
  'templates.write': ['owner', 'admin'],
  'settings.write': ['owner'],
  'admins.write': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

export function may(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}
