/** A request's members that are there: one that is absent and one that is undefined say the same. */
export type Present<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

export function present<T extends object>(value: T): Present<T> {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members) as Present<T>;
}

export function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** The same changes with the date as one, where they name it. */
export function dated<T extends { readonly expiresAt?: string | null | undefined }>(changes: T) {
  const { expiresAt, ...others } = changes;
  return { ...present(others), ...(expiresAt !== undefined && { expiresAt: toDate(expiresAt) }) };
}

export function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
