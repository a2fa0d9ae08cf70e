/** One thing that a search field offers while something is typed. */
export interface Suggestion {
  /** Unique over all groups. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Set in the letters of keys. */
  readonly mono?: boolean;
  /** A path of @mdi/js. */
  readonly icon: string;
  /** Filters the list, or opens what was found. */
  readonly choose: () => void;
}

export interface SuggestionGroup {
  readonly title: string;
  readonly items: readonly Suggestion[];
}
