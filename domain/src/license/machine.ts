import type { CommandName } from './commands.ts';
import type { LicenseStatus } from './license.ts';

/** Where a command leads: another state, the same one, a new license, or out of the records. */
export type Target = LicenseStatus | 'unchanged' | 'renewed' | 'gone';

/**
 * The state machine: where `command` leads from `from`, or null when it is not allowed there.
 * decisions.md, table of commands, row by row.
 */
export function target(command: CommandName, from: LicenseStatus): Target | null {
  switch (command) {
    case 'assign':
      return from === 'available' ? 'assigned' : null;
    case 'activate':
      return from === 'assigned' || from === 'active' ? 'active' : null;
    case 'inactivate':
      return from === 'active' ? 'inactive' : null;
    case 'reactivate':
      return from === 'inactive' ? 'active' : null;
    case 'suspend':
      return from === 'active' ? 'suspended' : null;
    case 'unsuspend':
      return from === 'suspended' ? 'active' : null;
    case 'expire':
      return isLiving(from) ? 'expired' : null;
    case 'revoke':
      return isLiving(from) || from === 'expired' ? 'revoked' : null;
    case 'transfer':
      return from === 'assigned' || from === 'active' ? 'unchanged' : null;
    case 'edit':
      return from === 'revoked' ? null : 'unchanged';
    case 'renew':
      return from === 'expired' ? 'renewed' : null;
    case 'delete':
      return 'gone';
  }
}

function isLiving(status: LicenseStatus): boolean {
  return status === 'assigned' || status === 'active' || status === 'inactive' || status === 'suspended';
}
