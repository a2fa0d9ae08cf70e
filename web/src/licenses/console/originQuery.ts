import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../../firebase/description.ts';
import type { ListQuery } from '../../lists/listPlan.ts';
import { licensesPath } from '../readLicense.ts';

/** What a license comes from: the generator that made it, or the contract that issued it. */
export interface Origin {
  readonly environment: Environment;
  readonly by: 'generator' | 'contract';
  readonly id: string;
}

const FIELDS = { generator: 'generatorId', contract: 'contractId' } as const;
/** So many stand on the page of their origin. */
export const NEWEST_OF_ORIGIN = 10;

/** All licenses of one origin, the newest first; pages are cut out of it. */
export function originQuery({ environment, by, id }: Origin): ListQuery {
  return {
    collection: licensesPath(environment),
    where: [[FIELDS[by], '==', id]],
    orderBy: [
      ['createdAt', 'desc'],
      ['__name__', 'desc'],
    ],
  };
}

export function newestOfOriginQuery(origin: Origin): QueryDescription {
  return { ...originQuery(origin), limit: NEWEST_OF_ORIGIN };
}
