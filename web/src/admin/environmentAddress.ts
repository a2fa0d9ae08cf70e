import { watch } from 'vue';
import { useRoute, useRouter, type RouteLocationNormalized, type RouteLocationRaw } from 'vue-router';
import { isEnvironment, type Environment } from '@latchkey/domain/environment';
import { useEnvironment } from '../session/environment.ts';
import { useToast } from '../ui/toast.ts';

type Address = Pick<RouteLocationNormalized, 'path' | 'params' | 'query' | 'hash'>;

/** Pages about one thing whose things belong to no environment. */
const OF_NO_ENVIRONMENT = ['admins'];

/** Whether the page is about one record of an environment, so that its address has to say which. */
export function isRecordPage({ path, params }: Pick<Address, 'path' | 'params'>): boolean {
  const area = path.split('/')[2] ?? '';
  return typeof params.id === 'string' && params.id !== '' && !OF_NO_ENVIRONMENT.includes(area);
}

/** Puts the environment into the address of a record that does not name one: `?env=staging`. */
export function nameEnvironment(to: Address): true | RouteLocationRaw {
  if (!isRecordPage(to) || isEnvironment(to.query.env)) return true;
  return { path: to.path, query: { ...to.query, env: useEnvironment().current }, hash: to.hash };
}

/**
 * Keeps address and environment together: a link to a record leads into the environment that it names, and
 * choosing another one says so in the address. Once, by the console's frame.
 */
export function useEnvironmentAddress(): void {
  const route = useRoute();
  const router = useRouter();
  const environment = useEnvironment();
  const toast = useToast();
  const named = (): Environment | null =>
    isRecordPage(route) && isEnvironment(route.query.env) ? route.query.env : null;

  watch(
    () => route.fullPath,
    () => {
      const wanted = named();
      if (wanted === null || wanted === environment.current) return;
      environment.choose(wanted);
      if (environment.current === wanted) toast.show(`Switched to ${wanted}, where this link leads`);
      else {
        toast.show(`This link leads to ${wanted}, which your account may not see.`, { tone: 'error' });
        sayCurrent();
      }
    },
    { immediate: true },
  );
  watch(() => environment.current, sayCurrent);

  function sayCurrent(): void {
    const said = named();
    if (said === null || said === environment.current) return;
    void router.replace({ query: { ...route.query, env: environment.current }, hash: route.hash });
  }
}
