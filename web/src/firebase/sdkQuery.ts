import {
  collection,
  documentId,
  endBefore,
  FieldPath,
  limit,
  limitToLast,
  orderBy,
  query,
  startAfter,
  where,
  type Firestore,
  type Query,
  type QueryConstraint,
} from 'firebase/firestore';
import type { QueryDescription } from './description.ts';

/** One page as the SDK asks for it. */
export function pageQuery(firestore: Firestore, description: QueryDescription): Query {
  const constraints: QueryConstraint[] = (description.orderBy ?? []).map(([field, direction]) =>
    orderBy(fieldOf(field), direction),
  );
  if (description.startAfter !== undefined) constraints.push(startAfter(...description.startAfter));
  if (description.endBefore !== undefined) {
    constraints.push(endBefore(...description.endBefore), limitToLast(description.limit));
  } else {
    constraints.push(limit(description.limit));
  }
  return filtered(firestore, description, constraints);
}

/** The same without order and cursors, which do not change a number. */
export function countedQuery(firestore: Firestore, description: QueryDescription): Query {
  return filtered(firestore, description, [limit(description.limit)]);
}

function filtered(firestore: Firestore, description: QueryDescription, rest: QueryConstraint[]): Query {
  const filters = (description.where ?? []).map(([field, op, value]) => where(fieldOf(field), op, value));
  return query(collection(firestore, description.collection), ...filters, ...rest);
}

/** Segments one by one: written as one text, characters such as "/" or "[" in a search token are refused. */
function fieldOf(name: string): FieldPath {
  return name === '__name__' ? documentId() : new FieldPath(...name.split('.'));
}
