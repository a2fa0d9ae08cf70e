import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { isEnvironment, type Environment } from '@latchkey/domain/environment';
import { useEnvironment } from '../session/environment.ts';
import { useSession } from '../session/session.ts';
import { recall, remember } from '../session/storage.ts';

export interface TrackedJob {
  readonly environment: Environment;
  readonly id: string;
}

/** A panel with more would hide the page. */
const MOST = 4;

/**
 * The jobs that this person has started here and not put away yet: their progress is shown on every page. Kept in
 * the browser, so that it is still there after a reload; the jobs themselves need nobody.
 */
export const useTrackedJobs = defineStore('tracked jobs', () => {
  const session = useSession();
  const environment = useEnvironment();
  const place = computed(() => `jobs.${session.user?.uid ?? ''}`);
  const jobs = ref<readonly TrackedJob[]>(read());

  /** How many of them have ended before this person's eyes: counts that are not live ask again. */
  const ended = ref(0);

  watch(place, () => (jobs.value = read()));
  function read(): readonly TrackedJob[] {
    return (recall(place.value, isText) ?? '').split(',').flatMap(jobOf);
  }
  function set(next: readonly TrackedJob[]): void {
    jobs.value = next;
    const text = next.map((job) => `${job.environment}/${job.id}`).join();
    remember(place.value, text === '' ? null : text);
  }
  function track(id: string): void {
    set(
      [...jobs.value.filter((job) => job.id !== id), { environment: environment.current, id }].slice(-MOST),
    );
  }
  function dismiss(id: string): void {
    set(jobs.value.filter((job) => job.id !== id));
  }
  return { jobs, ended, track, dismiss };
});

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function jobOf(text: string): TrackedJob[] {
  const [environment, id] = text.split('/');
  return isEnvironment(environment) && id !== undefined && /^[\w-]+$/.test(id) ? [{ environment, id }] : [];
}
