import { ENVIRONMENTS, type Environment } from '@latchkey/domain/environment';
import { readPortalSettings, type PortalSettings } from '@latchkey/domain/settings/portalStored';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';

/** What customers may do for themselves, by environment, live; the defaults until that is known. */
export function usePortalSwitches(): (environment: Environment) => PortalSettings {
  const docs = ENVIRONMENTS.map((environment) =>
    useLiveDoc(
      () => `environments/${environment}/settings/portal`,
      (_id, data) => data,
    ),
  );
  return (environment) =>
    readPortalSettings(docs[ENVIRONMENTS.indexOf(environment)]?.data.value ?? undefined);
}
