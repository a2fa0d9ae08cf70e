import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOB_STATUSES } from '@latchkey/domain/job/job';
import { JOB_KINDS } from '@latchkey/domain/job/work';
import { MAIL_STATUSES } from '@latchkey/domain/mail/record';
import { CONTRACT_STATUSES, CONTRACT_TYPES } from '@latchkey/domain/contract/contract';
import { licenseDevicesQuery } from '../../../web/src/activations/console/activationQuery.ts';
import { oneDeviceQuery } from '../../../web/src/activations/console/oneDeviceQuery.ts';
import {
  ownDeviceQuery,
  ownDevicesQuery,
  ownLicenseDevicesQuery,
} from '../../../web/src/activations/own/ownDevices.ts';
import {
  ADMIN_SORT_KEYS,
  adminSearchQuery,
  adminsQuery,
  STANDINGS,
} from '../../../web/src/admins/adminFilter.ts';
import {
  CONTRACT_SORT_KEYS,
  contractSearchQuery,
  contractsQuery,
} from '../../../web/src/contracts/contractQuery.ts';
import { ABUSE_RULE_NAMES } from '@latchkey/domain/abuse/rules';
import {
  CASE_SORT_KEYS,
  CASE_STANDINGS,
  casesQuery,
  caseSearchQuery,
  licenseCasesQuery,
  undecidedCasesQuery,
} from '../../../web/src/abuse/caseQuery.ts';
import { aboutQuery } from '../../../web/src/audit/aboutQuery.ts';
import { auditCounted, auditQuery } from '../../../web/src/audit/auditQuery.ts';
import { licenseHistoryQuery, licenseStatesQuery } from '../../../web/src/audit/licenseQueries.ts';
import type { AuditFilter } from '../../../web/src/audit/console/auditFilter.ts';
import type { QueryDescription } from '../../../web/src/firebase/description.ts';
import { jobsInState, jobsQuery, reportQuery } from '../../../web/src/jobs/jobQuery.ts';
import { newestOfOriginQuery, originQuery } from '../../../web/src/licenses/console/originQuery.ts';
import { ownLicensesQuery } from '../../../web/src/licenses/own/ownQuery.ts';
import { exportPageQuery } from '../../../web/src/lists/export/rowPages.ts';
import type { ListQuery, SearchQuery } from '../../../web/src/lists/listPlan.ts';
import { countQuery, firstMatches, pageQuery } from '../../../web/src/lists/listQuery.ts';
import { catalogPageQueries, generatorLists, productLists } from './catalogQueries.ts';
import { customerLists, customerPageQueries, deviceLists } from './customerQueries.ts';
import { licenseLists } from './licenseQueries.ts';
import { downloadLists, downloadPageQueries } from './downloadQueries.ts';
import { webhookLists } from './webhookQueries.ts';
import { mailsQuery } from '../../../web/src/settings/mail/mailQuery.ts';
import type { AskedQuery } from './indexCoverage.ts';

const ENV = 'production';
const DIRECTIONS = ['asc', 'desc'] as const;

/** Every file of the web app that builds a query; each of them is asked below. */
export const QUERY_FILES = [
  'abuse/caseQuery.ts',
  'activations/console/activationQuery.ts',
  'activations/console/oneDeviceQuery.ts',
  'activations/own/ownDevices.ts',
  'admins/adminFilter.ts',
  'audit/aboutQuery.ts',
  'audit/auditQuery.ts',
  'audit/licenseQueries.ts',
  'audit/useCustomerHistory.ts',
  'contracts/contractQuery.ts',
  'customers/console/customerFilter.ts',
  'customers/console/ownedCountQuery.ts',
  'customers/useCustomerSuggestions.ts',
  'downloads/console/downloadFilter.ts',
  'generators/console/generatorFilter.ts',
  'generators/useGenerators.ts',
  'jobs/jobQuery.ts',
  'licenses/console/customerLicenses.ts',
  'licenses/console/licenseQuery.ts',
  'licenses/console/originQuery.ts',
  'licenses/own/ownQuery.ts',
  'products/console/productFilter.ts',
  'products/useProducts.ts',
  'settings/mail/mailQuery.ts',
  'webhooks/webhookQuery.ts',
];

export function filesThatBuildQueries(): string[] {
  const root = join(import.meta.dirname, '../../../web/src');
  return globSync('**/*.{ts,vue}', { cwd: root })
    .filter((file) => /\bcollection: (?!string;)/.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** Every filter of the audit page: nothing or one thing, with and without days. */
export function auditFilters(): AuditFilter[] {
  const narrowings: AuditFilter['narrowing'][] = [
    null,
    { by: 'action', value: 'license.deleted' },
    { by: 'who', value: 'person' },
    { by: 'key', value: 'DEMO-ACT' },
    { by: 'license', value: 'l' },
    { by: 'thing', value: 'license' },
    { by: 'person', value: 'p' },
    { by: 'customer', value: 'c' },
    { by: 'about', value: 'product/p' },
  ];
  return narrowings.flatMap((narrowing) => [
    { narrowing, from: null, to: null },
    { narrowing, from: '2026-03-01', to: '2026-03-04' },
  ]);
}

/** What a list asks: its pages forward and back, its export, and its count where it has one. */
function listQueries(query: ListQuery, counted: SearchQuery | null = query): QueryDescription[] {
  return [
    pageQuery(query, null),
    pageQuery(query, { side: 'after', values: [] }),
    pageQuery(query, { side: 'before', values: [] }),
    exportPageQuery({ query, search: null }, null),
    ...(counted === null ? [] : [countQuery(counted)]),
  ];
}

function searchQueries(query: ListQuery, search: SearchQuery | null): QueryDescription[] {
  return search === null ? [] : [firstMatches(search), exportPageQuery({ query, search }, null)];
}

/** The contracts by every filter in every order, and by a text. */
function contractQueries(): QueryDescription[] {
  return [null, ...CONTRACT_STATUSES].flatMap((status) =>
    [null, ...CONTRACT_TYPES].flatMap((type) =>
      CONTRACT_SORT_KEYS.flatMap((key) =>
        DIRECTIONS.flatMap((direction) => {
          const filter = { search: 'ab', status, type, sort: { key, direction } };
          const query = contractsQuery(ENV, filter);
          return [...listQueries(query), ...searchQueries(query, contractSearchQuery(ENV, filter))];
        }),
      ),
    ),
  );
}

/** The abuse cases by every filter in every order, and by a text. */
function caseQueries(): QueryDescription[] {
  return [null, ...CASE_STANDINGS].flatMap((status) =>
    [null, ...ABUSE_RULE_NAMES].flatMap((rule) =>
      CASE_SORT_KEYS.flatMap((key) =>
        DIRECTIONS.flatMap((direction) => {
          const filter = { search: 'ab', status, rule, sort: { key, direction } };
          const query = casesQuery(ENV, filter);
          return [...listQueries(query), ...searchQueries(query, caseSearchQuery(ENV, filter))];
        }),
      ),
    ),
  );
}

/** The people of the console by every filter in every order, and by a text. */
function adminQueries(): QueryDescription[] {
  return [null, 'owner' as const].flatMap((role) =>
    [null, ...STANDINGS].flatMap((standing) =>
      ADMIN_SORT_KEYS.flatMap((key) =>
        DIRECTIONS.flatMap((direction) => {
          const filter = { search: 'ab', role, standing, sort: { key, direction } };
          const query = adminsQuery(filter);
          return [...listQueries(query), ...searchQueries(query, adminSearchQuery(filter))];
        }),
      ),
    ),
  );
}

/** Every query that the web app can ask, as Firestore gets it: the page before is the page after, turned round. */
export function webQueries(): AskedQuery[] {
  const searchable = [
    ...licenseLists(),
    ...deviceLists(),
    ...customerLists(),
    ...productLists(),
    ...generatorLists(),
    ...downloadLists(),
  ].flatMap(({ query, search }) => [...listQueries(query), ...searchQueries(query, search)]);
  const events = auditFilters().flatMap((filter) =>
    listQueries(auditQuery(ENV, filter, 'UTC'), auditCounted(ENV, filter, 'UTC')),
  );
  const jobs = [
    ...[null, ...JOB_STATUSES].flatMap((status) =>
      [null, ...JOB_KINDS].flatMap((kind) => listQueries(jobsQuery(ENV, { status, kind }))),
    ),
    countQuery(jobsInState(ENV, ['queued', 'running'])),
    ...[true, false].map((refused) => reportQuery(ENV, 'j', { refused, limit: 500 })),
  ];
  const others = [
    ...[null, ...MAIL_STATUSES].flatMap((status) => listQueries(mailsQuery(ENV, { status }))),
    ...webhookLists(),
    licenseDevicesQuery(ENV, 'l'),
    oneDeviceQuery(ENV, 'l', { type: 'hardware', value: 'x' }),
    ownDevicesQuery(ENV, 'c'),
    ownLicenseDevicesQuery(ENV, 'c', 'l'),
    ownDeviceQuery(ENV, 'c', 'l', { type: 'hardware', value: 'HW' }),
    licenseHistoryQuery(ENV, 'l', null),
    licenseStatesQuery(ENV, 'l'),
    aboutQuery(ENV, 'person/x'),
    ...(['generator', 'contract'] as const)
      .map((by) => ({ environment: ENV, by, id: 'o' }) as const)
      .flatMap((origin) => [
        newestOfOriginQuery(origin),
        exportPageQuery({ query: originQuery(origin), search: null }, null),
      ]),
    ...contractQueries(),
    ...caseQueries(),
    licenseCasesQuery(ENV, 'l'),
    countQuery(undecidedCasesQuery(ENV)),
    ...adminQueries(),
    ...customerPageQueries(),
    ...catalogPageQueries(),
    ...downloadPageQueries(),
    ownLicensesQuery(ENV, 'c'),
  ];
  return [...searchable, ...events, ...jobs, ...others].map(asAsked);
}

function asAsked({ collection, where = [], orderBy = [], endBefore }: QueryDescription): AskedQuery {
  const turn = { asc: 'desc', desc: 'asc' } as const;
  return {
    collection: collection.split('/').at(-1) ?? '',
    // One of several values is answered as so many equalities, each from the same index.
    where: where.map(([field, op]) => [field, op === 'in' ? '==' : op]),
    orderBy: endBefore ? orderBy.map(([field, direction]) => [field, turn[direction]]) : orderBy,
  };
}
