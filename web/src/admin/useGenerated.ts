import { useRouter } from 'vue-router';
import type { Generator } from '@latchkey/domain/generator/generator';
import { useTrackedJobs } from '../jobs/trackedJobs.ts';
import { useToast } from '../ui/toast.ts';

/** What follows when licenses were made, or a job makes them: a word, the way there, and the job in sight. */
export function useGenerated() {
  const toast = useToast();
  const router = useRouter();
  const jobs = useTrackedJobs();

  return ({ productId, name }: Generator, made: number, jobId: string | null): void => {
    if (jobId !== null) {
      jobs.track(jobId);
      toast.show(`${name} makes them in the background`);
      return;
    }
    // The newest come first, so that they head the list.
    const query = { product: productId, status: 'available' };
    const run = (): void => void router.push({ path: '/admin/licenses', query });
    toast.show(made === 1 ? '1 license made' : `${made} licenses made`, {
      action: { label: made === 1 ? 'Show it' : 'Show them', run },
    });
  };
}
