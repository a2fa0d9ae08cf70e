import type { Environment } from '@latchkey/domain/environment';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { QueryDescription, RawDoc } from '../firebase/description.ts';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { useEnvironment } from '../session/environment.ts';

/** Every generator of a product by name, whatever its state. */
export function productGeneratorsQuery(environment: Environment, productId: string): QueryDescription {
  return {
    collection: `environments/${environment}/generators`,
    where: [['productId', '==', productId]],
    orderBy: [['nameKey', 'asc']],
    limit: 200,
  };
}

export function readGenerator(environment: Environment) {
  return (id: string, data: RawDoc['data']): Generator =>
    ({ ...data, id, environment }) as unknown as Generator;
}

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
    (id, data) => readGenerator(environment.current)(id, data),
  );
}

/** Live: every generator of one product. */
export function useProductGenerators(productId: () => string) {
  const environment = useEnvironment();
  return useLiveQuery<Generator>(
    () => productGeneratorsQuery(environment.current, productId()),
    (id, data) => readGenerator(environment.current)(id, data),
  );
}

/** One generator of the current environment, live; nothing while there is no id. */
export function useGenerator(id: () => string | null) {
  const environment = useEnvironment();
  return useLiveDoc<Generator>(
    () => {
      const wanted = id();
      return wanted === null ? null : `environments/${environment.current}/generators/${wanted}`;
    },
    (docId, data) => readGenerator(environment.current)(docId, data),
  );
}
