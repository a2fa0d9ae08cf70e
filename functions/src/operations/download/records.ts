import type { AcceptedRelease } from '@latchkey/domain/download/accepted';
import type { Release } from '@latchkey/domain/download/release';
import type { Environment } from '@latchkey/domain/environment';
import { downloadPath } from '../../firestore/collections.ts';
import type { Stored, Versioned } from '../../firestore/records.ts';
import { toStored } from '../../firestore/records.ts';
import type { Snapshot, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';

export function toRelease(
  environment: Environment,
  snapshot: Snapshot<unknown> | undefined,
): Versioned<Release> | null {
  if (snapshot?.data === undefined) return null;
  const record: Release = { ...(snapshot.data as Stored<Release>), id: snapshot.id, environment };
  return { record, version: unchanged(snapshot) };
}

/** The release as decided, with its events; for one commit. */
export function releaseWrites(
  call: Call,
  { release, audit }: AcceptedRelease,
  before: Versioned<Release> | null,
): Write[] {
  const { environment, id } = release;
  const path = downloadPath(environment, id);
  return [
    { kind: 'set', path, data: toStored(release), if: before?.version ?? { exists: false } },
    ...auditWrites(environment, call, audit),
  ];
}

/** Says nothing about what lies there, and cannot be guessed. */
export function newObjectPath(call: Call, environment: Environment): string {
  return `releases/${environment}/${call.newId()}${call.newId()}`;
}
