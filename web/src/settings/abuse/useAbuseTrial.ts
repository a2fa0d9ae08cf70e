import { computed, reactive, shallowRef } from 'vue';
import { activeRules } from '@latchkey/domain/abuse/activeRules';
import { sameJson } from '@latchkey/domain/json';
import type { SettingValues } from '@latchkey/domain/settings/sections';
import { readSection } from '@latchkey/domain/settings/values';
import type {
  AbuseTrial,
  TryAbuseRulesAnswer,
  TryAbuseRulesRequest,
} from '@latchkey/domain/wire/console/abuse';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useSession } from '../../session/session.ts';

const send = callable<TryAbuseRulesRequest, TryAbuseRulesAnswer>('tryAbuseRules');

/** What rules would have found, for values that need not be saved; null = some of them are not allowed. */
export function useAbuseTrial(values: () => SettingValues | null) {
  const environment = useEnvironment();
  const session = useSession();
  const tried = shallowRef<{ readonly values: SettingValues; readonly environment: string } | null>(null);
  const result = shallowRef<AbuseTrial | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const busy = shallowRef(false);

  /** Why it cannot be tried; null = it can. */
  const closed = computed(() => {
    if (!session.can('settings.write')) return 'Only owners try rules, as only they switch them on';
    const now = values();
    if (now === null) return 'Some values above are not allowed';
    return activeRules(readSection('abuse', now)).length === 0 ? 'Switch a rule on above first' : null;
  });
  /** The result is for other values than those that are entered now. */
  const outdated = computed(
    () =>
      tried.value !== null && !sameJson({ values: values(), environment: environment.current }, tried.value),
  );

  async function run(): Promise<void> {
    const now = values();
    if (closed.value !== null || now === null || busy.value) return;
    const asked = { values: now, environment: environment.current };
    busy.value = true;
    problem.value = null;
    try {
      result.value = accepted(await send(asked));
      tried.value = asked;
    } catch (cause) {
      problem.value = toProblem(cause);
    } finally {
      busy.value = false;
    }
  }
  return reactive({ result, problem, busy, closed, outdated, run });
}
