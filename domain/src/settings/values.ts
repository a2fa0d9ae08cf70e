import { difference, otherEvent } from '../audit/draft.ts';
import type { AuditDraft } from '../audit/event.ts';
import { readSettings } from './read.ts';
import type { SettingsOf, SettingValues } from './sections.ts';
import { sectionNamed } from './sections.ts';
import type { SettingValue } from './setting.ts';
import type { SectionName } from './titles.ts';

/** What a section says by itself. */
export function defaultsOf<S extends SectionName>(name: S): SettingsOf<S> {
  return readSection(name, undefined);
}

/** The section as stored; whatever is missing or not allowed (any longer) counts as not set. */
export function readSection<S extends SectionName>(name: S, stored: object | undefined): SettingsOf<S> {
  return readSettings<SettingsOf<S>>(sectionNamed(name).settings, stored);
}

export type CheckedValues =
  | { readonly ok: true; readonly values: SettingValues }
  /** A sentence for each setting that is wrong, by its name. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** The values that somebody wants to save: all settings of the section and no others, each as it may be. */
export function checkValues(name: SectionName, given: Readonly<Record<string, unknown>>): CheckedValues {
  const { settings, check } = sectionNamed(name);
  const errors = Object.keys(given)
    .filter((setting) => !Object.hasOwn(settings, setting))
    .map((setting): [string, string] => [setting, 'There is no such setting.']);
  const values: [string, SettingValue][] = [];
  for (const [setting, { label, schema }] of Object.entries(settings)) {
    const parsed = schema.safeParse(Object.hasOwn(given, setting) ? given[setting] : undefined);
    if (parsed.success) values.push([setting, parsed.data]);
    else errors.push([setting, `${label}: ${parsed.error.issues[0]?.message ?? 'is not allowed'}.`]);
  }
  if (errors.length > 0) return { ok: false, errors: Object.fromEntries(errors) };
  const whole = Object.fromEntries(values);
  const together = check?.(whole) ?? {};
  return Object.keys(together).length > 0 ? { ok: false, errors: together } : { ok: true, values: whole };
}

/** The event of a change, from what to what; null when nothing changes. */
export function settingsEvent(
  name: SectionName,
  before: SettingValues,
  after: SettingValues,
  extra: AuditDraft['changes'] = {},
): AuditDraft | null {
  const changed = Object.entries(difference(before, after));
  if (changed.length + Object.keys(extra).length === 0) return null;
  const named = changed.map(([setting, values]) => [`${name}.${setting}`, values] as const);
  const changes = { ...Object.fromEntries(named), ...extra };
  return otherEvent('settings.changed', { changes });
}
