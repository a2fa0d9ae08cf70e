import type { Person } from '@latchkey/domain/access/person';
import { isRole, type Role } from '@latchkey/domain/access/roles';
import { personOf } from '../session/access.ts';

/** Somebody with a role in the console, as a list shows them. */
export interface Admin extends Omit<Person, 'uid' | 'role'> {
  /** The uid of their account. */
  readonly id: string;
  readonly role: Role;
}

export const USERS = 'users';

/** Reads users/{uid}; null where there is no role. */
export function readAdmin(id: string, data: Readonly<Record<string, unknown>>): Admin | null {
  const { email, createdAt, role } = data;
  if (!isRole(role)) return null;
  return {
    ...personOf(id, data),
    id,
    role,
    email: typeof email === 'string' ? email : '',
    createdAt: createdAt instanceof Date ? createdAt : new Date(0),
  };
}

/** For lists, whose queries name a role. */
export function readListedAdmin(id: string, data: Readonly<Record<string, unknown>>): Admin {
  const admin = readAdmin(id, data);
  if (admin === null) throw new Error('a person of the list has no role');
  return admin;
}
