import { sameJson } from '@latchkey/domain/json';

/** The members that differ from the record a form was opened on: only these are sent. */
export function changedMembers<Facts extends object>(
  opened: Facts,
  facts: Facts,
): { readonly changes: Partial<Facts>; readonly changed: readonly (keyof Facts & string)[] } {
  const names = Object.keys(facts) as (keyof Facts & string)[];
  const changed = names.filter((name) => !sameJson(opened[name], facts[name]));
  const changes = Object.fromEntries(changed.map((name) => [name, facts[name]])) as Partial<Facts>;
  return { changes, changed };
}
