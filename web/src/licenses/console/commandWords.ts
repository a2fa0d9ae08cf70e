import {
  mdiAccountArrowRightOutline,
  mdiAccountPlusOutline,
  mdiAutorenew,
  mdiCancel,
  mdiPauseCircleOutline,
  mdiPencilOutline,
  mdiPlayCircleOutline,
  mdiShieldAlertOutline,
  mdiShieldCheckOutline,
  mdiTrashCanOutline,
} from '@mdi/js';
import { ownerWords } from '@latchkey/domain/customer/customer';
import type { CommandName } from '@latchkey/domain/license/commands';
import type { License } from '@latchkey/domain/license/license';
import type { ReasonField } from '../../ui/confirm.ts';
import { devices } from '../slotWords.ts';

/** The commands that a person may give; the others belong to software and to the clock. */
export type PersonCommand = Exclude<CommandName, 'activate' | 'expire'>;

export interface CommandLook {
  readonly label: string;
  readonly icon: string;
  readonly danger: boolean;
}

/** In the order of the menu: everyday work first, what has no way back last. */
export const COMMAND_LOOK: Readonly<Record<PersonCommand, CommandLook>> = {
  edit: { label: 'Edit', icon: mdiPencilOutline, danger: false },
  assign: { label: 'Assign to customer', icon: mdiAccountPlusOutline, danger: false },
  transfer: { label: 'Transfer to another customer', icon: mdiAccountArrowRightOutline, danger: false },
  inactivate: { label: 'Inactivate', icon: mdiPauseCircleOutline, danger: false },
  reactivate: { label: 'Reactivate', icon: mdiPlayCircleOutline, danger: false },
  suspend: { label: 'Suspend', icon: mdiShieldAlertOutline, danger: false },
  unsuspend: { label: 'Lift suspension', icon: mdiShieldCheckOutline, danger: false },
  renew: { label: 'Renew', icon: mdiAutorenew, danger: false },
  revoke: { label: 'Revoke', icon: mdiCancel, danger: true },
  delete: { label: 'Delete', icon: mdiTrashCanOutline, danger: true },
};
export const PERSON_COMMANDS = Object.keys(COMMAND_LOOK) as PersonCommand[];

export interface CommandWords {
  readonly title: string;
  /** What will happen, to how many devices. */
  readonly consequence: string;
  readonly verb: string;
  readonly danger: boolean;
  readonly reasons: readonly ReasonField[];
  /** Said when it is done. */
  readonly done: string;
}

type Subject = Pick<
  License,
  'activationCount' | 'customerId' | 'customerName' | 'customerEmail' | 'keyHint' | 'validity'
>;

/** What the confirmation says; "edit" has a page of its own. */
export function commandWords(command: Exclude<PersonCommand, 'edit'>, license: Subject): CommandWords {
  const count = license.activationCount;
  const owner = ownerWords(license) ?? 'The customer';
  const plain = { danger: false, reasons: [] };
  switch (command) {
    case 'assign':
      return {
        ...plain,
        title: 'Assign this license?',
        consequence: `The customer sees it in the portal at once and may activate it.${starts(license)}`,
        verb: 'Assign license',
        done: 'License assigned',
      };
    case 'transfer':
      return {
        ...plain,
        title: 'Transfer this license?',
        consequence: `${stopped(count, 'are deactivated')} ${owner} no longer sees the license or its devices.`,
        verb: 'Transfer license',
        danger: count > 0,
        done: 'License transferred',
      };
    case 'inactivate':
      return {
        ...plain,
        title: 'Inactivate this license?',
        consequence: `${stopped(count, 'stop working now')} They stay registered, and you can reactivate the license at any time.`,
        verb: 'Inactivate license',
        reasons: stopReasons(false),
        done: 'License inactivated',
      };
    case 'reactivate':
      return {
        ...plain,
        title: 'Reactivate this license?',
        consequence: resumed(count),
        verb: 'Reactivate license',
        done: 'License reactivated',
      };
    case 'suspend':
      return {
        ...plain,
        title: 'Suspend this license?',
        consequence: `${stopped(count, 'stop working now')} They stay registered until you lift the suspension.`,
        verb: 'Suspend license',
        reasons: stopReasons(true),
        done: 'License suspended',
      };
    case 'unsuspend':
      return {
        ...plain,
        title: 'Lift the suspension?',
        consequence: resumed(count),
        verb: 'Lift suspension',
        done: 'Suspension lifted',
      };
    case 'renew':
      return {
        ...plain,
        title: 'Renew this license?',
        consequence: `${owner} gets a new license key of the same product and rules. This license stays expired; both name each other.${left(count)}`,
        verb: 'Renew license',
        done: 'License renewed',
      };
    case 'revoke':
      return {
        title: 'Revoke this license?',
        consequence: `${stopped(count, 'are deactivated now')} The license never works again; this cannot be undone.`,
        verb: 'Revoke license',
        danger: true,
        reasons: stopReasons(true),
        done: 'License revoked',
      };
    case 'delete':
      return {
        title: 'Delete this license?',
        consequence: `${stopped(count, 'stop working at the next check')} The license, its key and its device records are gone for good; software that asks is told the key is unknown. Only the audit trail remains. To keep the record, revoke it instead.`,
        verb: 'Delete license',
        danger: true,
        reasons: [],
        done: 'License deleted',
      };
  }
}

/** From when its time counts, where it has not begun. */
function starts({ validity }: Subject): string {
  return validity?.from === 'assignment' ? ' Its time begins with this.' : '';
}

/** What a renewal leaves behind: devices do not move to another key by themselves. */
function left(count: number): string {
  if (count === 0) return '';
  return ` ${devices(count)} ${count === 1 ? 'has' : 'have'} to be activated with the new key.`;
}

/** "3 devices stop working now." */
function stopped(count: number, what: string): string {
  if (count === 0) return 'No device uses it at the moment.';
  const verb = count === 1 ? what.replace(/^are /, 'is ').replace(/^stop /, 'stops ') : what;
  return `${devices(count)} ${verb}.`;
}

function resumed(count: number): string {
  if (count === 0) return 'It can be activated again at once. No device is registered at the moment.';
  return `${devices(count)} ${count === 1 ? 'works' : 'work'} again at the next check, and free activations can be used.`;
}

export function stopReasons(required: boolean): readonly ReasonField[] {
  return [
    {
      key: 'publicReason',
      label: 'Reason',
      help: 'The customer reads this.',
      required,
      maxLength: 500,
    },
    {
      key: 'note',
      label: 'Internal note',
      help: 'Only the console shows this.',
      required: false,
      maxLength: 500,
    },
  ];
}
