import type { AuditDraft } from '../audit/event.ts';
import type { Refusal } from '../license/refusals.ts';
import { refuse } from '../license/refusals.ts';
import type { SectionName } from './titles.ts';
import type { SettingValues } from './values.ts';
import { checkValues, readSection, settingsEvent } from './values.ts';

/** settings/{section} of an environment: the values, and who saved them last. */
export interface StoredSection {
  /** Grows by one with each change; a change names the one it was made on. */
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

export interface SettingsChange {
  readonly ok: true;
  readonly values: SettingValues;
  readonly revision: number;
  /** null = everything is as it was; nothing has to be written. */
  readonly audit: AuditDraft | null;
}

/** Nobody overwrites what they have not seen: a change counts only on the revision it was made on. */
export function decideSettings(
  section: SectionName,
  stored: Partial<StoredSection> | undefined,
  asked: { readonly revision: number; readonly values: Readonly<Record<string, unknown>> },
): SettingsChange | Refusal {
  const checked = checkValues(section, asked.values);
  if (!checked.ok) return refuse('SETTINGS_WRONG', Object.values(checked.errors).join(' '));
  const revision = revisionOf(stored);
  if (asked.revision !== revision) {
    return refuse(
      'CHANGED_MEANWHILE',
      'Somebody changed these settings meanwhile. Look at what they say now, then try again.',
    );
  }
  const audit = settingsEvent(section, readSection(section, stored), checked.values);
  return { ok: true, values: checked.values, revision: audit === null ? revision : revision + 1, audit };
}

/** 0 = never saved. */
export function revisionOf(stored: { readonly revision?: unknown } | undefined): number {
  return Number.isInteger(stored?.revision) ? Number(stored?.revision) : 0;
}
