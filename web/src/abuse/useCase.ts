import type { AbuseCase } from '@latchkey/domain/abuse/case';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { useEnvironment } from '../session/environment.ts';
import { casesPath, licenseCasesQuery, readCase } from './caseQuery.ts';

/** One case of the current environment, live. */
export function useCase(id: () => string) {
  const environment = useEnvironment();
  return useLiveDoc<AbuseCase>(
    () => `${casesPath(environment.current)}/${id()}`,
    (found, data) => readCase(environment.current)(found, data),
  );
}

/** What one license has had, the latest first, live. */
export function useLicenseCases(licenseId: () => string | null) {
  const environment = useEnvironment();
  return useLiveQuery<AbuseCase>(
    () => {
      const id = licenseId();
      return id === null ? null : licenseCasesQuery(environment.current, id);
    },
    (id, data) => readCase(environment.current)(id, data),
  );
}
