import { ENVIRONMENTS, type Environment } from '@latchkey/domain/environment';
import type { SettingsOf } from '@latchkey/domain/settings/sections';
import { readSection } from '@latchkey/domain/settings/values';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import { settingsDocPath } from './settingsDoc.ts';

/** What customers may do for themselves, by environment, live; the defaults until that is known. */
export function usePortalSwitches(): (environment: Environment) => SettingsOf<'portal'> {
  const docs = ENVIRONMENTS.map((environment) =>
    useLiveDoc(
      () => settingsDocPath(environment, 'portal'),
      (_id, data) => data,
    ),
  );
  return (environment) =>
    readSection('portal', docs[ENVIRONMENTS.indexOf(environment)]?.data.value ?? undefined);
}
