import type { Actor } from '../access/actor.ts';
import { mayWriteCatalog } from '../access/catalog.ts';
import { difference } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import { acceptRelease, changed, gone, made, releaseEvent, type AcceptedRelease } from './accepted.ts';
import { safeFileName } from './fileName.ts';
import { refuseRelease, type ReleaseRefusal } from './refusals.ts';
import type { Release, ReleaseState } from './release.ts';
import { checkVersion, type ReleaseFacts } from './upload.ts';

/** Everything that can be done to a release besides creating it and uploading its file. */
export const RELEASE_COMMANDS = ['edit', 'publish', 'withdraw', 'discard', 'delete'] as const;
export type ReleaseCommandName = (typeof RELEASE_COMMANDS)[number];

/** The name under which it is saved may change; its bytes never do. */
export type ReleaseChanges = Partial<ReleaseFacts & Pick<Release, 'fileName'>>;

export type ReleaseCommand =
  | { readonly type: 'edit'; readonly changes: ReleaseChanges; readonly revision: number | null }
  | { readonly type: 'publish' | 'withdraw' }
  /** Gives up a release whose file never arrived. */
  | { readonly type: 'discard' }
  /** The version, typed. */
  | { readonly type: 'delete'; readonly confirmation: string };

export interface DeletedRelease {
  readonly ok: true;
  /** Its record and its file go. */
  readonly release: null;
  readonly audit: readonly AuditDraft[];
}
export type ReleaseDecision = AcceptedRelease | DeletedRelease | ReleaseRefusal;

/** Decides a command: the same answer greys the button and guards the write. */
export function decideRelease(
  release: Release,
  command: ReleaseCommand,
  actor: Actor,
  now: Date,
): ReleaseDecision {
  const refusal = releaseRefusal(release, command.type, actor);
  if (refusal) return refusal;
  switch (command.type) {
    case 'edit':
      return edit(release, command.changes, command.revision, now);
    case 'publish':
      return moved(release, 'published', 'download.published', now);
    case 'withdraw':
      return moved(release, 'withdrawn', 'download.withdrawn', now);
    case 'discard':
      return removed(release);
    case 'delete':
      return command.confirmation.trim().toLowerCase() === release.version.toLowerCase()
        ? removed(release)
        : refuseRelease('CONFIRMATION_MISMATCH', 'Type the version to delete the release.');
  }
}

/** Why the command is closed whatever its details are: role first, then state. */
export function releaseRefusal(
  { state }: Pick<Release, 'state'>,
  command: ReleaseCommandName,
  actor: Actor,
): ReleaseRefusal | null {
  if (!mayWriteCatalog(actor)) return refuseRelease('FORBIDDEN', 'Your role does not allow this.');
  switch (command) {
    case 'edit':
      return null;
    case 'discard':
      return state === 'uploading'
        ? null
        : refuseRelease('ALREADY_UPLOADED', 'Its file is here already; delete the release instead.');
    case 'delete':
      return state === 'uploading' ? unfinished() : null;
    case 'publish':
      return publishRefusal(state);
    case 'withdraw':
      return state === 'published'
        ? null
        : refuseRelease('NOT_PUBLISHED', 'Only a published release can be withdrawn.');
  }
}

function publishRefusal(state: ReleaseState): ReleaseRefusal | null {
  switch (state) {
    case 'draft':
    case 'withdrawn':
      return null;
    case 'uploading':
      return unfinished();
    case 'published':
      return refuseRelease('ALREADY_PUBLISHED', 'The release is published already.');
  }
}

function unfinished(): ReleaseRefusal {
  return refuseRelease('UPLOAD_UNFINISHED', 'Its file is not uploaded yet.');
}

function removed(release: Release): DeletedRelease {
  const { version, fileName, downloads } = release;
  const changes = { version: gone(version), fileName: gone(fileName), downloads: gone(downloads) };
  return { ok: true, release: null, audit: [releaseEvent('download.deleted', release, { changes })] };
}

/** One click: a link was handed out, to a customer or to somebody of the console. The count grows where it is stored. */
export function fetchedEvent(release: Release, customerId: string | null): AuditDraft {
  const changes = { version: made(release.version) };
  return releaseEvent('download.fetched', release, { customerId, changes });
}

function edit(
  release: Release,
  asked: ReleaseChanges,
  revision: number | null,
  now: Date,
): AcceptedRelease | ReleaseRefusal {
  if (revision !== null && revision !== release.revision) {
    return refuseRelease(
      'CHANGED_MEANWHILE',
      'Somebody changed the release meanwhile. Look at it again, then save.',
    );
  }
  const changes = {
    ...asked,
    ...(asked.fileName !== undefined && { fileName: safeFileName(asked.fileName) }),
  };
  const refusal = checkVersion(changes.version ?? release.version);
  if (refusal) return refusal;
  const told = difference<Release>(release, changes);
  const after = changed(release, changes, now);
  return acceptRelease(after, [releaseEvent('download.edited', after, { changes: told })]);
}

function moved(release: Release, state: ReleaseState, action: AuditAction, now: Date): AcceptedRelease {
  const change = { state, releasedAt: release.releasedAt ?? (state === 'published' ? now : null) };
  const changes = difference<Release>(release, { state });
  const after = changed(release, change, now);
  return acceptRelease(after, [releaseEvent(action, after, { changes })]);
}
