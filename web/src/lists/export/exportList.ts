import type { Identified, Noun, RowSource } from '../listPlan.ts';
import type { Selection } from '../useSelection.ts';

/** What an export needs of a list; every `List` has it. */
export interface ExportList<Row extends Identified> {
  readonly noun: Noun;
  readonly filtered: boolean;
  /** Which rows leave, where no list on the page says it. */
  readonly what?: string;
  readonly total: number | null;
  readonly source: () => RowSource<Row>;
  /** Set where rows were picked one by one: these alone leave, as they were last seen. */
  readonly picked?: readonly Row[];
}

/** What is selected of a list, for an export. */
export function selectionSource<Row extends Identified>(
  { noun, filtered, total, source }: ExportList<Row>,
  { everything, rows }: Selection<Row>,
): ExportList<Row> {
  const whole = { noun, filtered, total, source };
  return everything ? whole : { ...whole, total: rows.length, picked: rows };
}
