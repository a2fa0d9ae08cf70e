export interface Choice<Value extends string = string> {
  readonly title: string;
  readonly value: Value;
}

/**
 * What an open menu offers: what it has offered keeps its place, what has come since stands at the end. Else a row
 * that comes in above another one moves it away from under the mouse, and the click is lost.
 */
export function steadyItems<Value extends string>(
  offered: readonly Choice<Value>[],
  now: readonly Choice<Value>[],
): readonly Choice<Value>[] {
  const known = new Set(offered.map(({ value }) => value));
  const newest = new Map(now.map((choice) => [choice.value, choice]));
  const kept = offered.map((choice) => newest.get(choice.value) ?? choice);
  return [...kept, ...now.filter(({ value }) => !known.has(value))];
}
