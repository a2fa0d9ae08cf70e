import {
  mdiDeleteOutline,
  mdiEyeOffOutline,
  mdiPencilOutline,
  mdiPublish,
  mdiTrashCanOutline,
} from '@mdi/js';
import type { Actor } from '@latchkey/domain/access/actor';
import type { ReleaseCommandName } from '@latchkey/domain/download/decide';
import { RELEASE_COMMANDS, releaseRefusal } from '@latchkey/domain/download/decide';
import type { Release, ReleaseState } from '@latchkey/domain/download/release';
import type { ActionItem } from '../../ui/actionMenu.ts';

interface CommandLook {
  readonly label: string;
  readonly icon: string;
  readonly danger: boolean;
  /** What it does, for the dangerous end of the page. */
  readonly text: string;
}

const LOOK: Readonly<Record<ReleaseCommandName, CommandLook>> = {
  edit: { label: 'Edit', icon: mdiPencilOutline, danger: false, text: '' },
  publish: {
    label: 'Publish',
    icon: mdiPublish,
    danger: false,
    text: 'Customers with a living license of the product see it at once.',
  },
  withdraw: {
    label: 'Withdraw',
    icon: mdiEyeOffOutline,
    danger: true,
    text: 'Customers no longer see it; links handed out before work for up to 15 minutes. It can be published again.',
  },
  discard: {
    label: 'Discard',
    icon: mdiTrashCanOutline,
    danger: true,
    text: 'Its file never arrived. Removes what was begun.',
  },
  delete: {
    label: 'Delete',
    icon: mdiDeleteOutline,
    danger: true,
    text: 'Removes the release and its file for good; the audit trail stays.',
  },
};

export type ReleaseMenuItem = ActionItem & CommandLook & { readonly key: ReleaseCommandName };

/** What fits the release's state, open or with the reason why not: the same law that guards the write. */
export function releaseMenu(release: Pick<Release, 'state'>, actor: Actor): ReleaseMenuItem[] {
  return RELEASE_COMMANDS.filter((command) => isForState(command, release.state)).map((command) => ({
    key: command,
    ...LOOK[command],
    closed: releaseRefusal(release, command, actor)?.reason ?? null,
  }));
}

/** Of two that undo each other only the one that the state waits for is shown. */
function isForState(command: ReleaseCommandName, state: ReleaseState): boolean {
  switch (command) {
    case 'edit':
      return true;
    case 'publish':
      return state !== 'published';
    case 'withdraw':
      return state === 'published';
    case 'discard':
      return state === 'uploading';
    case 'delete':
      return state !== 'uploading';
  }
}
