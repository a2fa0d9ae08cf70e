import type { CommandName } from '@latchkey/domain/license/commands';
import { LICENSE_STATUSES, type LicenseStatus } from '@latchkey/domain/license/license';
import { target } from '@latchkey/domain/license/machine';

export interface Way {
  readonly to: LicenseStatus;
  readonly by: CommandName;
}

const MOVES: readonly CommandName[] = [
  'assign',
  'activate',
  'inactivate',
  'reactivate',
  'suspend',
  'unsuspend',
  'expire',
  'revoke',
];

/** Where a license may go from here and what leads there; asked of the state machine itself. */
export function waysFrom(state: LicenseStatus): Way[] {
  return MOVES.flatMap((by) => {
    const to = LICENSE_STATUSES.find((status) => status === target(by, state));
    return to === undefined || to === state ? [] : [{ to, by }];
  });
}

/** What leads there, as the diagram's text tells it. */
export const WAY_WORDS: Readonly<Partial<Record<CommandName, string>>> = {
  assign: 'when it is assigned to a customer',
  activate: 'when the first device activates it',
  inactivate: 'by inactivating it',
  reactivate: 'by reactivating it',
  suspend: 'by suspending it',
  unsuspend: 'by lifting the suspension',
  expire: 'by time alone',
  revoke: 'by revoking it, for good',
};
