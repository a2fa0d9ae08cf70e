import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { ENVIRONMENTS, isEnvironment, type Environment } from '@latchkey/domain/environment';
import { useSession } from './session.ts';
import { recall, remember } from './storage.ts';

/** The environment that the console works in: production unless chosen otherwise, remembered per browser. */
export const useEnvironment = defineStore('environment', () => {
  const session = useSession();
  const wanted = ref<Environment>(recall('environment', isEnvironment) ?? 'production');

  /** Those this person may see; all while that is not known yet (the rules guard the data). */
  const allowed = computed<readonly Environment[]>(() => {
    const limit = session.person?.environments ?? null;
    return limit === null ? ENVIRONMENTS : ENVIRONMENTS.filter((environment) => limit.includes(environment));
  });

  const current = computed<Environment>(() =>
    allowed.value.includes(wanted.value) ? wanted.value : (allowed.value[0] ?? wanted.value),
  );

  function choose(environment: Environment): void {
    if (!allowed.value.includes(environment)) return;
    wanted.value = environment;
    remember('environment', environment);
  }

  return { current, allowed, choose };
});
