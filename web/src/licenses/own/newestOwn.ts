import type { License } from '@latchkey/domain/license/license';

/** Since when a license is its customer's. */
export function givenAt({ assignedAt, createdAt }: License): Date {
  return assignedAt ?? createdAt;
}

/** The licenses that somebody was given last, the newest first. */
export function newestOwn(licenses: readonly License[], most: number): License[] {
  return licenses.toSorted((a, b) => givenAt(b).getTime() - givenAt(a).getTime()).slice(0, most);
}
