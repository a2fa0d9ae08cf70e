import type { Activation } from '@latchkey/domain/activation/activation';
import type { Identifier } from '@latchkey/domain/activation/identifier';
import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../../firebase/description.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useEnvironment } from '../../session/environment.ts';
import { activationsPath, readActivation } from '../readActivation.ts';

/** The one device of a license with this identifier. */
export function oneDeviceQuery(
  environment: Environment,
  licenseId: string,
  { type, value }: Identifier,
): QueryDescription {
  return {
    collection: activationsPath(environment),
    where: [
      ['licenseId', '==', licenseId],
      ['identifierType', '==', type],
      ['identifier', '==', value],
    ],
    limit: 1,
  };
}

/** The same, live; nothing is asked while nobody names an identifier. */
export function useOneDevice(licenseId: () => string, identifier: () => Identifier | null) {
  const environment = useEnvironment();
  return useLiveQuery<Activation>(
    () => {
      const wanted = identifier();
      return wanted === null ? null : oneDeviceQuery(environment.current, licenseId(), wanted);
    },
    (id, data) => readActivation(environment.current)(id, data),
  );
}
