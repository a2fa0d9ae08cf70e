import { UNLIMITED } from '@latchkey/domain/license/license';
import type { ExportColumn } from './exportFormat.ts';

/** How many devices are allowed: the number for programs, in a cell the word for none. */
export function limitColumn<Row extends { readonly activationLimit: number | null }>(): ExportColumn<Row> {
  return {
    title: 'activationLimit',
    value: ({ activationLimit }) => activationLimit,
    // The word, because a cell that begins with a minus is what formulas look like.
    cell: ({ activationLimit: limit }) => (limit === UNLIMITED ? 'unlimited' : limit),
  };
}
