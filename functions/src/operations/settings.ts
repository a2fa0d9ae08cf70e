import type { Environment } from '@latchkey/domain/environment';
import type { SettingsOf, SettingValues } from '@latchkey/domain/settings/sections';
import type { SectionName } from '@latchkey/domain/settings/titles';
import { defaultsOf, readSection } from '@latchkey/domain/settings/values';
import { settingsPath } from '../firestore/collections.ts';
import type { Store } from '../firestore/store.ts';

/** How long a process may go by what it has read (decisions.md, Numbers). */
export const SETTINGS_LIFE_MS = 30_000;

/** What a process remembers of settings, so that most decisions need no read of their own for them. */
export interface SettingsMemory {
  /** At most 30 seconds old; reads when it has to. */
  read<S extends SectionName>(store: Store, environment: Environment, section: S): Promise<SettingsOf<S>>;
  /**
   * What is known now, for callers that wait for nothing; the defaults before anything is known. What is
   * older than 30 seconds is used this once more, while the newer is being fetched.
   */
  latest<S extends SectionName>(store: Store, environment: Environment, section: S): SettingsOf<S>;
}

interface Remembered {
  values: SettingValues;
  readAt: number;
  reading: Promise<void> | null;
}

export function settingsMemory(clock: () => number = () => performance.now()): SettingsMemory {
  const memory = new Map<string, Remembered>();

  function recall(store: Store, environment: Environment, section: SectionName): Remembered {
    const path = settingsPath(environment, section);
    let known = memory.get(path);
    if (known === undefined) {
      known = { values: defaultsOf(section), readAt: -Infinity, reading: null };
      memory.set(path, known);
    }
    if (known.reading === null && clock() - known.readAt >= SETTINGS_LIFE_MS)
      known.reading = refresh(store, path, section, known);
    return known;
  }

  async function refresh(store: Store, path: string, section: SectionName, known: Remembered): Promise<void> {
    try {
      const [snapshot] = await store.getAll<object>([path]);
      known.values = readSection(section, snapshot?.data);
      known.readAt = clock();
    } finally {
      known.reading = null;
    }
  }

  return {
    async read<S extends SectionName>(store: Store, environment: Environment, section: S) {
      const known = recall(store, environment, section);
      if (known.reading !== null) await known.reading;
      return known.values as SettingsOf<S>;
    },
    latest<S extends SectionName>(store: Store, environment: Environment, section: S) {
      const known = recall(store, environment, section);
      // An outage changes no setting: what is known holds until the next caller tries again.
      known.reading?.catch(() => undefined);
      return known.values as SettingsOf<S>;
    },
  };
}
