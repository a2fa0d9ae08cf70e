import type { Identified, Noun, RowSource } from '../listPlan.ts';

/** What an export needs of a list; every `List` has it. */
export interface ExportList<Row extends Identified> {
  readonly noun: Noun;
  readonly filtered: boolean;
  readonly total: number | null;
  readonly source: () => RowSource<Row>;
}
