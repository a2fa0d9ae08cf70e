import type { Activation } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import type { OfflineRefusal } from '@latchkey/domain/license/offline';
import { decideOffline, noSuchLicense } from '@latchkey/domain/license/offline';
import { readSection } from '@latchkey/domain/settings/values';
import type { OfflineFile } from '@latchkey/domain/wire/offlineFile';
import { activationPath, licensePath, settingsPath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import { toActivation, toLicense } from '../firestore/records.ts';
import { auditWrites } from '../firestore/writes.ts';
import type { Call } from './context.ts';

/** What the file has to say. */
export interface OfflineContents {
  readonly license: License;
  readonly device: Activation | null;
  readonly hours: number;
}

/**
 * Issues an offline file for a license, or for one of its devices. It leaves only when its issue is on
 * record, in a commit that fails if anybody changed the license meanwhile: no file outruns a revocation.
 */
export async function issueOfflineFile(
  call: Call,
  environment: Environment,
  licenseId: string,
  activationId: string | null,
  sign: (contents: OfflineContents) => Promise<OfflineFile>,
): Promise<{ ok: true; file: OfflineFile } | OfflineRefusal> {
  const path = licensePath(environment, licenseId);
  const devicePaths = activationId === null ? [] : [activationPath(environment, activationId)];
  return withRetry(licenseId, async () => {
    const settings = [settingsPath(environment, 'license'), settingsPath(environment, 'portal')];
    const paths = [path, ...settings, ...devicePaths];
    const [first, defaults, portal, second] = await call.store.getAll<never>(paths);
    const license = toLicense(environment)(first);
    if (!license) return noSuchLicense();
    const known = toActivation(environment)(second)?.record ?? null;
    const device = activationId === null ? 'not asked' : known;
    const offered = readSection('portal', portal?.data).offlineFiles;
    const decision = decideOffline({ license: license.record, device, offered }, call.actor, call.now);
    if (!decision.ok) return decision;
    const file = await sign({ ...decision, hours: readSection('license', defaults?.data).offlineHours });
    const events = auditWrites(environment, call, decision.audit);
    await call.store.commit([{ kind: 'check', path, if: license.version }, ...events]);
    return { ok: true, file };
  });
}
