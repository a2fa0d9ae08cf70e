import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import type { StoredSection } from '@latchkey/domain/settings/save';
import { decideSettings } from '@latchkey/domain/settings/save';
import type { SectionName } from '@latchkey/domain/settings/titles';
import { settingsPath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import { unchanged } from '../firestore/store.ts';
import { auditWrites } from '../firestore/writes.ts';
import type { Call } from './context.ts';

export interface AskedSettings {
  readonly section: SectionName;
  /** The revision that the change was made on; 0 = the section was never saved. */
  readonly revision: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Saves one section of an environment's settings, with its event in the same commit. */
export async function saveSettings(
  call: Call,
  environment: Environment,
  asked: AskedSettings,
): Promise<{ ok: true; revision: number } | Refusal> {
  const path = settingsPath(environment, asked.section);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<StoredSection>([path]);
    const decision = decideSettings(asked.section, snapshot?.data, asked);
    if (!decision.ok) return decision;
    const { revision, audit } = decision;
    if (audit === null) return { ok: true, revision };
    const updatedBy = call.actor.kind === 'person' ? call.actor.name : call.actor.kind;
    const data = { ...decision.values, revision, updatedAt: call.now, updatedBy };
    const version = snapshot ? unchanged(snapshot) : { exists: false };
    await call.store.commit([
      { kind: 'set', path, data, if: version },
      ...auditWrites(environment, call, [audit]),
    ]);
    return { ok: true, revision };
  });
}
