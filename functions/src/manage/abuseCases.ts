import type { AbuseCase } from '@latchkey/domain/abuse/case';
import type { CaseCommand } from '@latchkey/domain/abuse/decide';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { Trial } from '@latchkey/domain/wire/console/abuse';
import { recordId } from '@latchkey/domain/wire/console/fields';
import {
  ConfirmCase,
  DismissCase,
  ListCases,
  ManagedCase,
  TryRules,
} from '@latchkey/domain/wire/manage/abuse';
import { listOf } from '@latchkey/domain/wire/manage/common';
import * as z from 'zod';
import { commandCase } from '../operations/abuse/commandCase.ts';
import { tryAbuseRules } from '../operations/abuse/tryRules.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { iso } from './present.ts';
import { productFilter } from './reach.ts';
import { equals, ownRecord, pageReply, READ } from './records.ts';
import type { Decided } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ caseId: recordId });
const at = '/abuse-cases/{caseId}';
const tag = 'abuse';
const scope = 'products';
/** Leaves time to answer before the host gives up. */
const PATIENCE = 25_000;

function view(found: AbuseCase): ManagedCase {
  const { productId, productName, from, to, search: _search, undecided: _undecided, ...shown } = found;
  return {
    ...shown,
    product: { id: productId, name: productName },
    windowFrom: from.toISOString(),
    windowTo: to.toISOString(),
    slices: shown.slices.map(({ at: begins, count }) => ({ at: begins.toISOString(), count })),
    devices: [...shown.devices],
    countries: [...shown.countries],
    detectedAt: shown.detectedAt.toISOString(),
    updatedAt: shown.updatedAt.toISOString(),
    suspendedAt: iso(shown.suspendedAt),
    reviewer: shown.reviewer?.name ?? null,
    decidedAt: iso(shown.decidedAt),
  };
}

/** The case, if it is of a license of one of the key's products. */
function ownCase(asked: Asked, id: string): Promise<AbuseCase> {
  return ownRecord<AbuseCase>(asked, ['abuseCases', 'case'], id);
}

type Filters = Omit<z.output<typeof ListCases>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function caseList(
  apiKey: Asked['apiKey'],
  { productId, status, rule, licenseId }: Filters,
): RecordList {
  const where = [...productFilter(apiKey, productId), ...equals({ status, rule, licenseId })];
  return { collection: 'abuseCases', by: 'detectedAt', where };
}

async function afterCommand(asked: Asked, caseId: string, command: CaseCommand): Promise<Reply | Decided> {
  const { call, environment, around, after } = asked;
  await ownCase(asked, caseId);
  const outcome = await commandCase(call, environment, caseId, command);
  if (!outcome.ok) return outcome;
  if (command.type === 'confirm' || command.type === 'dismiss') await around.nudge(after, environment);
  return { body: view(await ownCase(asked, caseId)) };
}

const MOVES = {
  take: 'Look at a case, also in place of somebody else',
  release: 'Leave a case to whoever comes next',
  reopen: 'Take a decision back',
} as const;

const decide = {
  method: 'post',
  tag,
  scope,
  permission: 'licenses.write',
  params,
  answer: ManagedCase,
} as const;

export const ABUSE_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/abuse-cases',
      id: 'listAbuseCases',
      tag,
      scope,
      summary: 'List abuse cases',
      description: 'Licenses that a rule has found, the latest first.',
      query: ListCases,
      answer: listOf(ManagedCase),
    },
    (asked) => pageReply(asked, caseList(asked.apiKey, asked.query), view),
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getAbuseCase',
      tag,
      scope,
      summary: 'Get an abuse case',
      params,
      answer: ManagedCase,
      refuses: [404],
    },
    async (asked) => ({ body: view(await ownCase(asked, asked.params.caseId)) }),
  ),
  ...(Object.keys(MOVES) as (keyof typeof MOVES)[]).map((type) =>
    route(
      {
        ...decide,
        path: `${at}/${type}`,
        id: `${type}AbuseCase`,
        summary: MOVES[type],
        refuses: [404, 409],
      },
      (asked) => afterCommand(asked, asked.params.caseId, { type }),
    ),
  ),
  route(
    {
      ...decide,
      path: `${at}/confirm`,
      id: 'confirmAbuseCase',
      summary: 'Decide that it was abuse',
      description: 'With a public reason, the license is suspended in the same breath.',
      body: ConfirmCase,
      refuses: [404, 409, 422],
      example: { note: 'The key is sold on a forum.', suspend: 'Your key was used by strangers.' },
    },
    (asked) => afterCommand(asked, asked.params.caseId, { type: 'confirm', ...asked.body }),
  ),
  route(
    {
      ...decide,
      path: `${at}/dismiss`,
      id: 'dismissAbuseCase',
      summary: 'Decide that it was none',
      description: 'The rule starts counting anew; the license may be let go in the same breath.',
      body: DismissCase,
      refuses: [404, 409, 422],
      example: { note: 'A school with many computers.', unsuspend: true },
    },
    (asked) => afterCommand(asked, asked.params.caseId, { type: 'dismiss', ...asked.body }),
  ),
  route(
    {
      method: 'post',
      path: '/abuse-rules/try',
      id: 'tryAbuseRules',
      tag,
      scope: 'everything',
      permission: 'settings.write',
      summary: 'What rules would have found in the last 30 days',
      description:
        'Nothing is saved and nobody is suspended: `values` is the whole section "abuse" as you think of it.',
      body: TryRules,
      answer: Trial,
      refuses: [422],
      example: { values: { ...defaultsOf('abuse'), newDevices: true } },
    },
    async ({ call, environment, body }) => {
      const deadline = Date.now() + PATIENCE;
      const outcome = await tryAbuseRules(call, environment, body.values, () => Date.now() > deadline);
      if (!outcome.ok) return outcome;
      const { ok: _ok, ...trial } = outcome;
      return { body: trial };
    },
  ),
];
