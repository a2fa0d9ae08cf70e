import type { ExportColumn } from '../lists/export/exportFormat.ts';
import type { Column } from '../ui/listTable.ts';
import type { Admin } from './readAdmin.ts';
import { environmentWords, ROLE_WORDS } from './roleWords.ts';

export const ADMIN_COLUMNS: readonly Column<Admin>[] = [
  { key: 'name', title: 'Name', sortable: true },
  { key: 'email', title: 'E-mail', sortable: true, text: (row) => row.email },
  { key: 'role', title: 'Role', width: '110px', text: (row) => ROLE_WORDS[row.role].title },
  { key: 'environments', title: 'Environments', width: '150px' },
  { key: 'factor', title: 'Second factor', width: '120px' },
  { key: 'status', title: 'Status', width: '120px' },
  { key: 'seen', title: 'Last sign-in', width: '130px' },
  { key: 'created', title: 'Created', width: '120px', sortable: true },
];

/** What an export says of a person, as a review of accesses asks for. Times are ISO 8601 in UTC. */
export const ADMIN_EXPORT: readonly ExportColumn<Admin>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'name', value: ({ name }) => name },
  { title: 'email', value: ({ email }) => email },
  { title: 'role', value: ({ role }) => role },
  { title: 'environments', value: ({ environments }) => environmentWords(environments) },
  { title: 'status', value: ({ disabled }) => (disabled ? 'disabled' : 'active') },
  { title: 'createdAt', value: ({ createdAt }) => createdAt.toISOString() },
];
