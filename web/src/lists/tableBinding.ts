import type { Problem } from '../firebase/errors.ts';
import type { LiveStateName } from '../firebase/useLive.ts';
import type { Sort } from '../ui/listTable.ts';

/** What a page binds to its `ListTable`: `<ListTable v-bind="list.table" ...>`. */
export interface TableBinding<Row> {
  readonly rows: readonly Row[];
  readonly state: LiveStateName;
  readonly error: Problem | null;
  readonly pageSize: number;
  readonly pageSizes: readonly number[] | undefined;
  readonly page: number;
  readonly countText: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly sort: Sort | null;
  readonly 'onUpdate:sort': (sort: Sort) => void;
  readonly 'onUpdate:pageSize': (size: number) => void;
  readonly onRetry: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}
