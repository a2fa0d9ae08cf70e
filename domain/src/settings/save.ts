import type { AuditDraft } from '../audit/event.ts';
import type { Refusal } from '../license/refusals.ts';
import { refuse } from '../license/refusals.ts';
import type { SectionName } from './titles.ts';
import type { SettingValues } from './sections.ts';
import { checkValues, readSection, settingsEvent } from './values.ts';

/** settings/{section} of an environment: the values, and who saved them last. */
export interface StoredSection {
  /** Of the mail section: whether a password is kept for the mail server. */
  readonly passwordSet?: boolean;
  /** Grows by one with each change; a change names the one it was made on. */
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** The password of the mail server: kept as it is, taken away, or another one. */
export type PasswordChange =
  | { readonly type: 'keep' }
  | { readonly type: 'remove' }
  | { readonly type: 'set'; readonly password: string };

export interface AskedSection {
  readonly revision: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly password: PasswordChange;
}

export interface SettingsChange {
  readonly ok: true;
  readonly values: SettingValues;
  readonly revision: number;
  /** Whether a password is kept afterwards, and what to do with the one that is. */
  readonly passwordSet: boolean;
  readonly password: PasswordChange;
  /** null = everything is as it was; nothing has to be written. */
  readonly audit: AuditDraft | null;
}

/** Nobody overwrites what they have not seen: a change counts only on the revision it was made on. */
export function decideSettings(
  section: SectionName,
  stored: Partial<StoredSection> | undefined,
  asked: AskedSection,
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
  const before = readSection(section, stored);
  const hadOne = stored?.passwordSet === true;
  const { password } = asked;
  if (section !== 'mail' && password.type !== 'keep') {
    return refuse('SETTINGS_WRONG', 'These settings have no password.');
  }
  // A password is given to the server that it was entered for, and to no other.
  if (hadOne && password.type === 'keep' && SERVER.some((name) => changed(before, checked.values, name))) {
    return refuse(
      'SETTINGS_WRONG',
      'The mail server or its user is another one: enter its password as well.',
    );
  }
  const passwordSet = password.type === 'keep' ? hadOne : password.type === 'set';
  const extra: AuditDraft['changes'] =
    password.type === 'keep' ? {} : { 'mail.password': passwordWords(hadOne, password) };
  const audit = settingsEvent(section, before, checked.values, extra);
  const next = audit === null ? revision : revision + 1;
  return { ok: true, values: checked.values, revision: next, passwordSet, password, audit };
}

const SERVER = ['host', 'port', 'user', 'encryption'];

function changed(before: object, after: SettingValues, name: string): boolean {
  return Reflect.get(before, name) !== after[name];
}

/** That it changed is told, the password itself to nobody. */
function passwordWords(hadOne: boolean, change: PasswordChange) {
  return { before: hadOne ? 'set' : 'none', after: change.type === 'set' ? 'set anew' : 'none' };
}

/** 0 = never saved. */
export function revisionOf(stored: { readonly revision?: unknown } | undefined): number {
  return Number.isInteger(stored?.revision) ? Number(stored?.revision) : 0;
}
