import { mdiDeleteOutline, mdiPauseCircleOutline, mdiPlayCircleOutline } from '@mdi/js';
import type { Contract } from '@latchkey/domain/contract/contract';

export type ContractChoice = 'activate' | 'inactivate' | 'delete';

/** What has no easy way back; of two that undo each other the one that the state waits for. */
export function contractMenu({ status }: Contract, closed: string | null) {
  const standing =
    status === 'active'
      ? ({
          key: 'inactivate',
          label: 'Inactivate',
          icon: mdiPauseCircleOutline,
          danger: true,
          text: 'Issues nothing until it is activated again. Its licenses go on.',
        } as const)
      : ({
          key: 'activate',
          label: 'Activate',
          icon: mdiPlayCircleOutline,
          danger: false,
          text: 'Licenses can be issued again, by hand and with the key.',
        } as const);
  const removal = {
    key: 'delete',
    label: 'Delete',
    icon: mdiDeleteOutline,
    danger: true,
    text: 'Removes the contract, and its key stops working. The licenses it issued stay.',
  } as const;
  return [standing, removal].map((item) => ({ ...item, closed }));
}
