import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import type { AskedSection, PasswordChange, StoredSection } from '@latchkey/domain/settings/save';
import { decideSettings } from '@latchkey/domain/settings/save';
import type { SectionName } from '@latchkey/domain/settings/titles';
import { secretPath, settingsPath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import type { Write } from '../firestore/store.ts';
import { unchanged } from '../firestore/store.ts';
import { auditWrites } from '../firestore/writes.ts';
import type { Call } from './context.ts';
import { jobWrites } from './jobs/startJob.ts';
import { graceDays } from './standing.ts';

export interface AskedSettings extends AskedSection {
  readonly section: SectionName;
}

/**
 * Saves one section of an environment's settings, with its event in the same commit, and the job that brings it
 * to the licenses where they keep a copy of it.
 */
export async function saveSettings(
  call: Call,
  environment: Environment,
  asked: AskedSettings,
): Promise<{ ok: true; revision: number; jobId: string | null } | Refusal> {
  const path = settingsPath(environment, asked.section);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<StoredSection>([path]);
    const decision = decideSettings(asked.section, snapshot?.data, asked);
    if (!decision.ok) return decision;
    const { revision, audit } = decision;
    if (audit === null) return { ok: true, revision, jobId: null };
    const { actor } = call;
    const updatedBy = actor.kind === 'person' || actor.kind === 'api-key' ? actor.name : actor.kind;
    const { passwordSet, password } = decision;
    const kept = asked.section === 'mail' ? { passwordSet } : {};
    const data = { ...decision.values, ...kept, revision, updatedAt: call.now, updatedBy };
    const version = snapshot ? unchanged(snapshot) : { exists: false };
    const grace = asked.section === 'license' ? graceDays({ ...EMPTY, path, data }) : null;
    const jobId = grace !== null && grace !== graceDays(snapshot) ? call.newId() : null;
    await call.store.commit([
      { kind: 'set', path, data, if: version },
      ...passwordWrites(environment, password),
      ...auditWrites(environment, call, [audit]),
      ...(jobId === null || grace === null ? [] : graceJob(call, environment, jobId, grace)),
    ]);
    return { ok: true, revision, jobId };
  });
}

const EMPTY = { id: '', updateTime: undefined };

function graceJob(call: Call, environment: Environment, jobId: string, days: number): Write[] {
  const work = { kind: 'grace-copies', graceDays: days } as const;
  return jobWrites(call, environment, jobId, {
    work,
    total: null,
    pages: [],
    allPlanned: false,
    hidden: null,
  });
}

/** Kept apart from the settings, where no browser reads it. */
function passwordWrites(environment: Environment, change: PasswordChange): Write[] {
  const path = secretPath(environment, 'smtp');
  switch (change.type) {
    case 'keep':
      return [];
    case 'remove':
      return [{ kind: 'delete', path }];
    case 'set':
      return [{ kind: 'set', path, data: { password: change.password } }];
  }
}
