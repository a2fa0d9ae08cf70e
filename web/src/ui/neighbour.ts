/** The item before or after the active one, round and round; null where there is none. */
export function neighbour(
  items: readonly { readonly id: string }[],
  active: string | null,
  step: 1 | -1,
): string | null {
  if (items.length === 0) return null;
  const at = items.findIndex(({ id }) => id === active);
  const start = at === -1 && step === -1 ? 0 : at;
  return items[(start + step + items.length) % items.length]?.id ?? null;
}
