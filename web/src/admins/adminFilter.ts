import { ROLES, type Role } from '@latchkey/domain/access/roles';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { Where } from '../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../lists/listPlan.ts';
import { oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../lists/listUrl.ts';
import type { Sort } from '../ui/listTable.ts';
import { USERS } from './readAdmin.ts';

/** What a person may sort by; each is one stored field. */
export const ADMIN_SORTS = { name: 'name', email: 'email', created: 'createdAt' } as const;
export type AdminSortKey = keyof typeof ADMIN_SORTS;
export const ADMIN_SORT_KEYS = Object.keys(ADMIN_SORTS) as AdminSortKey[];

export const STANDINGS = ['active', 'disabled'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the list of admins shows; null = all. */
export interface AdminFilter {
  readonly search: string;
  readonly role: Role | null;
  readonly standing: Standing | null;
  readonly sort: Sort<AdminSortKey>;
}

export const BY_NAME: Sort<AdminSortKey> = { key: 'name', direction: 'asc' };

/** Reads the filter out of an address that anybody may have written; what is not known is left out. */
export function adminFilterOf(query: UrlQuery): AdminFilter {
  return {
    search: (textOf(query.q) ?? '').trim().slice(0, 128),
    role: oneOf(ROLES, query.role),
    standing: oneOf(STANDINGS, query.status),
    sort: sortOf(query.sort, ADMIN_SORT_KEYS, BY_NAME),
  };
}

export function adminUrlOf({ search, role, standing, sort }: AdminFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: search.trim().slice(0, 128) }),
    ...(role !== null && { role }),
    ...(standing !== null && { status: standing }),
    ...sortUrl(sort, BY_NAME),
  };
}

/** The people with a role that the filter leaves, in its order. Only owners may ask. */
export function adminsQuery({ role, standing, sort }: AdminFilter): ListQuery {
  return {
    collection: USERS,
    where: [role === null ? ['role', 'in', [...ROLES]] : ['role', '==', role], ...standingOf(standing)],
    orderBy: [
      [ADMIN_SORTS[sort.key], sort.direction],
      ['__name__', sort.direction],
    ],
  };
}

/** Equality filters only; who has no role has no tokens either. */
export function adminSearchQuery({ search, role, standing }: AdminFilter): SearchQuery | null {
  const tokens = queryTokens(search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  const equal: Where[] = role === null ? [] : [['role', '==', role]];
  return { collection: USERS, where: [...contains, ...equal, ...standingOf(standing)] };
}

function standingOf(standing: Standing | null): Where[] {
  return standing === null ? [] : [['disabled', '==', standing === 'disabled']];
}
