import type { Environment } from '@latchkey/domain/environment';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { QueryDescription } from '../firebase/description.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { useEnvironment } from '../session/environment.ts';

/** The active generators of a product by name. */
export function generatorsQuery(environment: Environment, productId: string): QueryDescription {
  return {
    collection: `environments/${environment}/generators`,
    where: [
      ['status', '==', 'active'],
      ['productId', '==', productId],
    ],
    orderBy: [['name', 'asc']],
    limit: 200,
  };
}

/** Live; nothing until a product is chosen. */
export function useGenerators(productId: () => string | null) {
  const environment = useEnvironment();
  return useLiveQuery<Generator>(
    () => {
      const product = productId();
      return product === null ? null : generatorsQuery(environment.current, product);
    },
    (id, data) => ({ ...data, id, environment: environment.current }) as unknown as Generator,
  );
}
