import type { Environment } from '@latchkey/domain/environment';
import type { SectionName } from '@latchkey/domain/settings/titles';
import { revisionOf } from '@latchkey/domain/settings/save';
import type { SettingValues } from '@latchkey/domain/settings/sections';
import { readSection } from '@latchkey/domain/settings/values';
import type { RawDoc } from '../firebase/description.ts';

/** A section as it is stored, or as it is by itself (revision 0). */
export interface SavedSection {
  readonly environment: Environment;
  readonly section: SectionName;
  readonly values: SettingValues;
  readonly revision: number;
  /** Of the mail section: whether a password is kept for the mail server. */
  readonly passwordSet: boolean;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
}

export function settingsDocPath(environment: Environment, section: SectionName): string {
  return `environments/${environment}/settings/${section}`;
}

export function savedSection(
  environment: Environment,
  section: SectionName,
  data: RawDoc['data'] | undefined,
): SavedSection {
  const { updatedAt, updatedBy } = data ?? {};
  return {
    environment,
    section,
    values: readSection(section, data),
    revision: revisionOf(data),
    passwordSet: data?.passwordSet === true,
    updatedAt: updatedAt instanceof Date ? updatedAt : null,
    updatedBy: typeof updatedBy === 'string' ? updatedBy : null,
  };
}
