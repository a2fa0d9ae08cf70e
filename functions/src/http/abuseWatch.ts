import { activeRules } from '@latchkey/domain/abuse/activeRules';
import type { ActiveRule } from '@latchkey/domain/abuse/measure';
import type { Environment } from '@latchkey/domain/environment';
import { logWarning } from '../log.ts';
import type { Call } from '../operations/context.ts';

/** Licenses remembered at a time; who is forgotten is still found by the clock's look a minute later. */
const MOST = 5_000;
/** As the settings allow. */
const HIGHEST_THRESHOLD = 1_000;

/** Looks at a license at once when this process alone has seen as many activations as a rule takes for too many. */
export interface AbuseWatch {
  /** After the answer has been decided: nobody waits for it, and what fails here the next tick makes good. */
  activated(call: Call, environment: Environment, licenseId: string): void;
}

export type Look = (call: Call, environment: Environment, licenseId: string) => Promise<unknown>;

/** Fetched when it is first needed: hardly any process ever looks. */
const lookByRules: Look = async (call, environment, licenseId) => {
  const { lookAtLicense } = await import('../operations/abuse/lookAtLicense.ts');
  return lookAtLicense(call, environment, licenseId, new Date(call.now.getTime() - 1));
};

export function abuseWatch(look: Look = lookByRules): AbuseWatch {
  const seen = new Map<string, readonly number[]>();
  const looking = new Set<string>();

  function note(name: string, at: number): readonly number[] {
    const times = [...(seen.get(name) ?? []), at].slice(-HIGHEST_THRESHOLD);
    // Whoever was heard of last is forgotten last.
    seen.delete(name);
    seen.set(name, times);
    const [oldest] = seen.size > MOST ? seen.keys() : [];
    if (oldest !== undefined) seen.delete(oldest);
    return times;
  }

  return {
    activated(call, environment, licenseId) {
      const name = `${environment}/${licenseId}`;
      const at = call.now.getTime();
      const times = note(name, at);
      const rules = activeRules(call.settings.latest(call.store, environment, 'abuse'));
      if (!rules.some((rule) => mayBeMet(rule, times, at)) || looking.has(name)) return;
      looking.add(name);
      void look({ ...call, actor: { kind: 'clock' } }, environment, licenseId)
        .catch((error: unknown) => {
          logWarning('a license could not be looked at', { error, environment });
        })
        .finally(() => looking.delete(name));
    },
  };
}

/** Each thing that these rules count takes an activation at least. */
function mayBeMet({ rule, threshold, windowMs }: ActiveRule, times: readonly number[], at: number): boolean {
  const first = times.at(-threshold);
  return rule !== 'over-limit' && first !== undefined && at - first < windowMs;
}
