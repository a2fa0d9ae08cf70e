import type { AbuseCase, CaseStatus } from '@latchkey/domain/abuse/case';
import { CASE_STATUSES } from '@latchkey/domain/abuse/case';
import type { AbuseRuleName } from '@latchkey/domain/abuse/rules';
import { ABUSE_RULE_NAMES } from '@latchkey/domain/abuse/rules';
import type { Environment } from '@latchkey/domain/environment';
import { KEY_HINT_LENGTH } from '@latchkey/domain/key/fold';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { QueryDescription, RawDoc, Where } from '../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../lists/listPlan.ts';
import { oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../lists/listUrl.ts';
import type { Sort } from '../ui/listTable.ts';

const SORTS = { detected: 'detectedAt', score: 'score' } as const;
export type CaseSortKey = keyof typeof SORTS;
export const CASE_SORT_KEYS = Object.keys(SORTS) as CaseSortKey[];

/** The states by which cases are found; "undecided" is open and in review together. */
export const CASE_STANDINGS = ['undecided', ...CASE_STATUSES] as const;
export type CaseStanding = (typeof CASE_STANDINGS)[number];

/** What the list of cases shows; null = all. */
export interface CaseFilter {
  readonly search: string;
  readonly status: CaseStanding | null;
  readonly rule: AbuseRuleName | null;
  readonly sort: Sort<CaseSortKey>;
}

const NEWEST: Sort<CaseSortKey> = { key: 'detected', direction: 'desc' };
const UNDECIDED: readonly CaseStatus[] = ['open', 'in-review'];

/** Reads the filter out of an address that anybody may have written; what is not known is left out. */
export function caseFilterOf(query: UrlQuery): CaseFilter {
  return {
    search: shortened(textOf(query.q) ?? ''),
    status: oneOf(CASE_STANDINGS, query.status),
    rule: oneOf(ABUSE_RULE_NAMES, query.rule),
    sort: sortOf(query.sort, CASE_SORT_KEYS, NEWEST),
  };
}

export function caseUrlOf({ search, status, rule, sort }: CaseFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: shortened(search) }),
    ...(status !== null && { status }),
    ...(rule !== null && { rule }),
    ...sortUrl(sort, NEWEST),
  };
}

/** A case knows the first characters of its license's key and its product: a text with digits may be a key. */
function shortened(text: string): string {
  const trimmed = text.trim().slice(0, 128);
  return /\d/.test(trimmed) ? [...trimmed].slice(0, KEY_HINT_LENGTH).join('') : trimmed;
}

export const casesPath = (environment: Environment): string => `environments/${environment}/abuseCases`;

export function casesQuery(environment: Environment, filter: CaseFilter): ListQuery {
  const { key, direction } = filter.sort;
  return {
    collection: casesPath(environment),
    where: narrowed(filter),
    orderBy: [
      [SORTS[key], direction],
      ['__name__', direction],
    ],
  };
}

export function caseSearchQuery(environment: Environment, filter: CaseFilter): SearchQuery | null {
  const tokens = queryTokens(shortened(filter.search));
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return { collection: casesPath(environment), where: [...contains, ...narrowed(filter)] };
}

/** What one license has had, the latest first. */
export function licenseCasesQuery(environment: Environment, licenseId: string): QueryDescription {
  return {
    collection: casesPath(environment),
    where: [['licenseId', '==', licenseId]],
    orderBy: [['detectedAt', 'desc']],
    limit: 10,
  };
}

/** Cases that nobody has decided, for the figure that tells of them. */
export function undecidedCasesQuery(environment: Environment): SearchQuery {
  return { collection: casesPath(environment), where: [['undecided', '==', true]] };
}

export function readCase(environment: Environment) {
  return (id: string, data: RawDoc['data']): AbuseCase =>
    ({ ...data, id, environment }) as unknown as AbuseCase;
}

function narrowed({ status, rule }: Pick<CaseFilter, 'status' | 'rule'>): Where[] {
  const wanted: Where | null =
    status === null ? null : status === 'undecided' ? ['status', 'in', UNDECIDED] : ['status', '==', status];
  return [...(wanted === null ? [] : [wanted]), ...(rule === null ? [] : [['rule', '==', rule] as const])];
}
