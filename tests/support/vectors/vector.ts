/** Why a document is not good, or that it is: the words of docs/verifying.md, in the order in which they win. */
export const VERDICTS = [
  'MALFORMED',
  'WRONG_ALGORITHM',
  'WRONG_TYPE',
  'UNKNOWN_KEY',
  'BAD_SIGNATURE',
  'WRONG_ISSUER',
  'WRONG_ENVIRONMENT',
  'WRONG_PRODUCT',
  'WRONG_LICENSE',
  'WRONG_ACTION',
  'WRONG_DEVICE',
  'WRONG_NONCE',
  'NOT_YET_VALID',
  'CLOCK_TURNED_BACK',
  'EXPIRED',
  'REFUSED',
  'OK',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What whoever checks knows and asks for; null = not asked. Times in seconds. */
export interface Want {
  readonly product: string;
  readonly environment: string;
  readonly license: string | null;
  readonly identifierType: 'hardware' | 'domain';
  readonly identifier: string | null;
  readonly nonce: string | null;
  readonly now: number;
  readonly seen: number | null;
  readonly tolerance: number;
}

/** One document and what every client has to say of it. */
export interface Vector {
  readonly name: string;
  readonly about: string;
  readonly document: string;
  readonly want: Want;
  readonly verdict: Verdict;
}

/** Name, sentence, document, what differs from the usual wishes, verdict. */
export type Row = readonly [
  name: string,
  about: string,
  document: string,
  want: Partial<Want>,
  verdict: Verdict,
];

export function vectorsOf(usual: Want, rows: readonly Row[]): Vector[] {
  return rows.map(([name, about, document, want, verdict]) => {
    return { name, about, document, want: { ...usual, ...want }, verdict };
  });
}
