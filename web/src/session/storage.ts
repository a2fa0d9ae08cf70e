/** Small choices kept in the browser. A browser that refuses storage just forgets them. */
export function recall<T>(name: string, check: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return check(value) ? value : null;
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // Private windows may forbid it; the choice then lasts as long as the page.
  }
}

function keyOf(name: string): string {
  return `latchkey.${name}`;
}
