import type { CommandName } from './commands.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { License } from './license.ts';

/** The command of the console that answers a diagnosis, and what its button says. */
export interface Remedy {
  readonly command: Extract<CommandName, 'edit' | 'assign' | 'reactivate' | 'unsuspend' | 'renew'>;
  readonly label: string;
}

/** What the console can do about it itself; null where it is up to the software, or nothing is wrong. */
export function remedyOf({ code, facts }: Diagnosis, license: License): Remedy | null {
  switch (code) {
    case 'EXPIRED':
      return license.renewedToId === null ? { command: 'renew', label: 'Renew license' } : null;
    case 'SUSPENDED':
      return { command: 'unsuspend', label: 'Lift suspension' };
    case 'INACTIVE':
      return { command: 'reactivate', label: 'Reactivate license' };
    case 'NOT_ASSIGNED':
      // Assigning is possible from the form too, which can also move a date that has passed.
      return license.expiresAt === null
        ? { command: 'assign', label: 'Assign to customer' }
        : { command: 'edit', label: 'Check date and assign' };
    case 'FEATURE_MISSING':
      return { command: 'edit', label: 'Change features' };
    case 'LIMIT_EXCEEDED':
    case 'HARDWARE_MISMATCH':
    case 'DOMAIN_MISMATCH':
      return { command: 'edit', label: 'Raise the limit' };
    case 'DEVICE_DEACTIVATED':
      return facts.slotFree ? null : { command: 'edit', label: 'Raise the limit' };
    case 'VALID':
      return facts.inGrace ? { command: 'edit', label: 'Move its date' } : null;
    case 'NOT_FOUND':
    case 'ENVIRONMENT_MISMATCH':
    case 'PRODUCT_MISMATCH':
    case 'REVOKED':
    case 'PRODUCT_INACTIVE':
    case 'ALREADY_ACTIVATED':
    case 'NOT_ACTIVATED':
    case 'ACTIVATED':
    case 'DEACTIVATED':
      return null;
  }
}
