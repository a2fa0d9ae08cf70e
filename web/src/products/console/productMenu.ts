import {
  mdiArchiveArrowDownOutline,
  mdiArchiveArrowUpOutline,
  mdiDeleteOutline,
  mdiPauseCircleOutline,
  mdiPencilOutline,
  mdiPlayCircleOutline,
  mdiPowerPlugOffOutline,
} from '@mdi/js';
import type { Actor } from '@latchkey/domain/access/actor';
import type { ProductCommandName } from '@latchkey/domain/product/commands';
import { allowedProductCommands } from '@latchkey/domain/product/decide';
import type { Product } from '@latchkey/domain/product/product';
import type { ActionItem } from '../../ui/actionMenu.ts';

interface CommandLook {
  readonly label: string;
  readonly icon: string;
  readonly danger: boolean;
  /** What it does, for the dangerous end of the page. */
  readonly text: string;
}

const LOOK: Readonly<Record<ProductCommandName, CommandLook>> = {
  edit: { label: 'Edit', icon: mdiPencilOutline, danger: false, text: '' },
  activate: {
    label: 'Activate',
    icon: mdiPlayCircleOutline,
    danger: false,
    text: 'New licenses and new activations are possible again.',
  },
  inactivate: {
    label: 'Inactivate',
    icon: mdiPauseCircleOutline,
    danger: false,
    text: 'No new licenses and no new activations; what runs already goes on.',
  },
  archive: {
    label: 'Archive',
    icon: mdiArchiveArrowDownOutline,
    danger: false,
    text: 'Inactive, and out of sight in lists and pickers. Its licenses go on.',
  },
  unarchive: {
    label: 'Take out of the archive',
    icon: mdiArchiveArrowUpOutline,
    danger: false,
    text: 'Back into the lists, inactive until somebody activates it.',
  },
  kill: {
    label: 'Kill switch',
    icon: mdiPowerPlugOffOutline,
    danger: true,
    text: 'Inactivates the product, revokes every license that has a customer and deletes the available ones.',
  },
  delete: {
    label: 'Delete',
    icon: mdiDeleteOutline,
    danger: true,
    text: 'Removes the product and its generators. Only possible without licenses; the audit trail stays.',
  },
};

export type ProductMenuItem = ActionItem & CommandLook & { readonly key: ProductCommandName };

/** Every command, open or with the reason why not: the same law that guards the write. */
export function productMenu(product: Product, licenses: number | null, actor: Actor): ProductMenuItem[] {
  return allowedProductCommands(product, licenses, actor)
    .filter(({ command }) => isForState(command, product))
    .map(({ command, refusal }) => ({ key: command, ...LOOK[command], closed: refusal?.reason ?? null }));
}

/** Of two that undo each other only the one that the state waits for is shown. */
function isForState(command: ProductCommandName, { status }: Product): boolean {
  switch (command) {
    case 'activate':
      return status === 'inactive';
    case 'inactivate':
      return status === 'active';
    case 'archive':
      return status !== 'archived';
    case 'unarchive':
      return status === 'archived';
    case 'edit':
    case 'kill':
    case 'delete':
      return true;
  }
}
