import type { BulkCommandName } from '@latchkey/domain/job/work';
import type { ReasonField } from '../../../ui/confirm.ts';
import { STATE_LOOK } from '../../stateLook.ts';
import { devices } from '../../slotWords.ts';
import { stopReasons } from '../commandWords.ts';
import type { BulkFigures } from './bulkFigures.ts';

export interface BulkWords {
  readonly title: string;
  /** What will happen, to how many licenses and devices. */
  readonly consequence: string;
  /** How many will be refused, and why; null = none. */
  readonly refused: string | null;
  readonly verb: string;
  readonly danger: boolean;
  readonly reasons: readonly ReasonField[];
}

/** What the dialog says before a command is given to many licenses. */
export function bulkWords(command: BulkCommandName, figures: BulkFigures): BulkWords {
  const { total, allowed } = figures;
  const many = licenses(allowed);
  const them = allowed === 1 ? 'it' : 'them';
  const refused = refusedWords(figures);
  const plain = { refused, danger: false, reasons: [] };
  const title = (verb: string): string => `${verb} ${licenses(total)}?`;
  switch (command) {
    case 'assign':
      return {
        ...plain,
        title: title('Assign'),
        consequence: `${many} ${go(allowed, 'goes', 'go')} to one customer, who sees ${them} in the portal at once and may activate ${them}.`,
        verb: `Assign ${many}`,
      };
    case 'inactivate':
      return {
        ...plain,
        title: title('Inactivate'),
        consequence: `${many} ${go(allowed, 'is', 'are')} paused. ${stopped(figures, 'stop working now')} They stay registered, and the licenses can be reactivated at any time.`,
        verb: `Inactivate ${many}`,
        reasons: stopReasons(false),
      };
    case 'reactivate':
      return {
        ...plain,
        title: title('Reactivate'),
        consequence: `${many} can be used again at once, with the devices registered on ${them}.`,
        verb: `Reactivate ${many}`,
      };
    case 'suspend':
      return {
        ...plain,
        title: title('Suspend'),
        consequence: `${many} ${go(allowed, 'is', 'are')} suspended. ${stopped(figures, 'stop working now')} They stay registered until the suspension is lifted.`,
        verb: `Suspend ${many}`,
        reasons: stopReasons(true),
      };
    case 'unsuspend':
      return {
        ...plain,
        title: `Lift the suspension of ${licenses(total)}?`,
        consequence: `${many} can be used again at once, with the devices registered on ${them}.`,
        verb: `Lift ${allowed === 1 ? '1 suspension' : `${allowed.toLocaleString('en')} suspensions`}`,
      };
    case 'revoke':
      return {
        title: title('Revoke'),
        consequence: `${many} never ${go(allowed, 'works', 'work')} again. ${stopped(figures, 'are deactivated now')} This cannot be undone.`,
        refused,
        verb: `Revoke ${many}`,
        danger: true,
        reasons: stopReasons(true),
      };
    case 'delete':
      return {
        title: title('Delete'),
        consequence: `${many} ${go(allowed, 'is', 'are')} gone for good, with ${go(allowed, 'its key', 'their keys')} and ${deviceRecords(figures)}; software that asks is told the key is unknown. Only the audit trail remains. This cannot be undone.`,
        refused,
        verb: `Delete ${many}`,
        danger: true,
        reasons: [],
      };
  }
}

/** "3 cannot be done: 2 are expired, 1 is revoked. They stay as they are and stand in the report." */
function refusedWords({ total, allowed, refused }: BulkFigures): string | null {
  const count = total - allowed;
  if (count === 0) return null;
  const states = refused.map(
    ([status, n]) =>
      `${n.toLocaleString('en')} ${go(n, 'is', 'are')} ${STATE_LOOK[status].word.toLowerCase()}`,
  );
  const stay = count === 1 ? 'It stays as it is and stands' : 'They stay as they are and stand';
  return `${licenses(count)} will be refused: ${states.join(', ')}. ${stay} in the report.`;
}

function stopped({ devices: count }: BulkFigures, what: string): string {
  if (count === null)
    return `Every device on them ${what === 'stop working now' ? 'stops working now' : 'is deactivated now'}.`;
  if (count === 0) return 'No device uses them at the moment.';
  return `${devices(count)} ${count === 1 ? what.replace(/^are /, 'is ').replace(/^stop /, 'stops ') : what}.`;
}

function deviceRecords({ devices: count }: BulkFigures): string {
  return count === null || count === 0 ? 'all device records' : `${devices(count)} in use`;
}

export function licenses(count: number): string {
  return count === 1 ? '1 license' : `${count.toLocaleString('en')} licenses`;
}

function go(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
