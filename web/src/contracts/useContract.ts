import type { Contract } from '@latchkey/domain/contract/contract';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import { useEnvironment } from '../session/environment.ts';
import { contractsPath, readContract } from './contractQuery.ts';

/** One contract of the current environment, live. */
export function useContract(id: () => string) {
  const environment = useEnvironment();
  return useLiveDoc<Contract>(
    () => `${contractsPath(environment.current)}/${id()}`,
    (found, data) => readContract(environment.current)(found, data),
  );
}
