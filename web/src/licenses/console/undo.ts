import type { License } from '@latchkey/domain/license/license';
import type { CommandInput } from '@latchkey/domain/wire/console/commandLicense';
import type { PersonCommand } from './commandWords.ts';

type Before = Pick<License, 'publicReason' | 'activationCount' | 'customerEmail' | 'customerName'>;

/**
 * The command that takes another one back, where the state machine has such a way; `before` is the license as
 * it was. A suspension needs its reason again, so lifting one can be undone only while that is known.
 */
export function undoOf(command: PersonCommand, before: Before): CommandInput | null {
  switch (command) {
    case 'inactivate':
      return { type: 'reactivate' };
    case 'reactivate':
      return { type: 'inactivate', publicReason: before.publicReason, note: null };
    case 'suspend':
      return { type: 'unsuspend' };
    case 'unsuspend':
      return before.publicReason === null
        ? null
        : { type: 'suspend', publicReason: before.publicReason, note: null };
    case 'transfer': {
      // Devices that were cut off do not come back with the license, so that would be no way back.
      const { activationCount, customerEmail: email, customerName: name } = before;
      return activationCount > 0 || email === null ? null : { type: 'transfer', customer: { email, name } };
    }
    case 'assign':
    case 'edit':
    case 'renew':
    case 'revoke':
    case 'delete':
      return null;
  }
}
