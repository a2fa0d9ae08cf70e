/** One thing that can be done with a record. */
export interface ActionItem {
  readonly key: string;
  readonly label: string;
  /** A path of @mdi/js. */
  readonly icon: string;
  readonly danger: boolean;
  /** Where it leads; absent = it is chosen. */
  readonly to?: string;
  /** Why it is closed; null = open. */
  readonly closed: string | null;
}
