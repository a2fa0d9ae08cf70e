import type { License } from '@latchkey/domain/license/license';

/** The license that somebody was given last; null = none. */
export function newestOwn(licenses: readonly License[]): License | null {
  const givenAt = ({ assignedAt, createdAt }: License): number => (assignedAt ?? createdAt).getTime();
  return licenses.toSorted((a, b) => givenAt(b) - givenAt(a))[0] ?? null;
}
