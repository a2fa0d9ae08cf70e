import type { Job } from '@latchkey/domain/job/job';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import { useEnvironment } from '../session/environment.ts';
import { jobsPath, readJob } from './jobQuery.ts';

/** One job of the current environment, live. */
export function useJob(id: () => string) {
  const environment = useEnvironment();
  return useLiveDoc<Job>(
    () => `${jobsPath(environment.current)}/${id()}`,
    (found, data) => readJob(environment.current)(found, data),
  );
}
