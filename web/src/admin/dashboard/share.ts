/** One row of how a whole is spread. */
export interface Share {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** The list that shows what is counted. */
  readonly to: string;
}
