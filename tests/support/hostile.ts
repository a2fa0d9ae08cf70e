/** Own members that JSON.parse makes and that reach prototypes when copied carelessly. */
export const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
] as const;

/** Text that breaks stores, logs or terminals. */
export const BROKEN_TEXTS: readonly (readonly [string, string])[] = [
  ['NUL', 'ABCD\u0000EFGH'],
  ['an escape', 'ABCD\u001bEFGH'],
  ['a line break inside', 'ABCD\nEFGH'],
  ['DEL', 'ABCD\u007fEFGH'],
  ['a C1 control', 'ABCD\u0085EFGH'],
  ['a high surrogate alone', 'ABCD\ud83dEFGH'],
  ['a low surrogate alone', 'ABCD\ude00EFGH'],
];

export const NOT_TEXT: readonly unknown[] = [null, 0, 1, true, {}, [], ['x']];

/** `body` with one more own member of that name, whatever the name. */
export function withMember(body: object, name: string, value: unknown): unknown {
  const members = Object.entries(body).concat([[name, value]]);
  return JSON.parse(
    `{${members.map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member)}`).join(',')}}`,
  );
}
