import type { Environment } from '@latchkey/domain/environment';
import { revisionOf, type StoredSection } from '@latchkey/domain/settings/save';
import type { SettingValues } from '@latchkey/domain/settings/sections';
import type { SectionName } from '@latchkey/domain/settings/titles';
import { readSection } from '@latchkey/domain/settings/values';
import { settingsPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

export interface SectionNow {
  readonly values: SettingValues;
  /** 0 = never saved. */
  readonly revision: number;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
}

/** Sections of the settings as they are stored now, in the order of their names here. */
export async function readSections(
  store: Store,
  environment: Environment,
  sections: readonly SectionName[],
): Promise<SectionNow[]> {
  const paths = sections.map((section) => settingsPath(environment, section));
  const found = await store.getAll<StoredSection>(paths);
  return sections.map((section, index) => {
    const data = found[index]?.data;
    return {
      values: readSection(section, data),
      revision: revisionOf(data),
      updatedAt: data?.updatedAt ?? null,
      updatedBy: data?.updatedBy ?? null,
    };
  });
}
