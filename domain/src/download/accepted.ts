import { otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import { withReleaseDerived, type Release } from './release.ts';

export interface AcceptedRelease {
  readonly ok: true;
  /** The release as it has to be stored. */
  readonly release: Release;
  readonly audit: readonly AuditDraft[];
}

export function acceptRelease(release: Release, audit: readonly AuditDraft[]): AcceptedRelease {
  return { ok: true, release, audit };
}

export function changed(release: Release, change: Partial<Release>, now: Date): Release {
  return withReleaseDerived({ ...release, ...change, updatedAt: now, revision: release.revision + 1 });
}

export function releaseEvent(
  action: AuditAction,
  { id, productId }: Pick<Release, 'id' | 'productId'>,
  extra: Partial<AuditDraft> = {},
): AuditDraft {
  return otherEvent(action, { productId, about: `download/${id}`, ...extra });
}

export function made(after: unknown) {
  return { before: null, after };
}

export function gone(before: unknown) {
  return { before, after: null };
}
