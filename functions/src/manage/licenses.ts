import {
  CreateLicense,
  EditLicense,
  ListLicenses,
  LicenseRow,
  ManagedLicense,
} from '@latchkey/domain/wire/manage/licenses';
import { listOf } from '@latchkey/domain/wire/manage/common';
import { recordId } from '@latchkey/domain/wire/console/fields';
import type { License } from '@latchkey/domain/license/license';
import * as z from 'zod';
import { commandLicense } from '../operations/commandLicense.ts';
import { issueLicense } from '../operations/issueLicense.ts';
import { nextLicenses } from '../operations/jobs/selectLicenses.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { readLicenses, readWholeLicense } from '../operations/manage/readLicenses.ts';
import { cursorText, textCursor, wrongCursor } from './cursor.ts';
import { LICENSE_FIELDS, licenseRow, managedLicense } from './licenseViews.ts';
import { dated, present } from './present.ts';
import { productFilter, reaches, within } from './reach.ts';
import { equals, pageReply, READ } from './records.ts';
import type { Decided } from './refusal.ts';
import { ManageRefusal, notFound } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ licenseId: recordId });
const at = '/licenses/{licenseId}';
const tag = 'licenses';
const scope = 'products';

/** The license, whole, if it is one of the key's products; another's does not exist for it. */
export async function licenseReply(
  asked: Pick<Asked, 'apiKey' | 'environment' | 'call' | 'now'>,
  licenseId: string,
  status: 200 | 201 = 200,
): Promise<Reply> {
  const { environment, apiKey, call, now } = asked;
  const found = await readWholeLicense(call.store, environment, licenseId);
  if (!found || !reaches(apiKey, found.license.productId)) throw notFound('license');
  const withKey = apiKey.permissions.includes('keys.read');
  const body = managedLicense(found.license, found.hidden, withKey, now);
  const location = status === 201 ? { location: `/v1/manage/licenses/${licenseId}` } : {};
  return { status, body, revision: body.revision, ...location };
}

/** Read before a command, so that a key limited to products touches no license of another; products never change. */
export async function ownLicense({ environment, apiKey, call }: Asked, licenseId: string): Promise<void> {
  if (apiKey.productIds === null) return;
  const [license] = await readLicenses(call.store, environment, [licenseId], ['productId']);
  if (!license || !reaches(apiKey, license.productId)) throw notFound('license');
}

/** Carries out a command and answers with the license as it stands then. */
export async function afterCommand(
  asked: Asked,
  licenseId: string,
  command: Parameters<typeof commandLicense>[3],
): Promise<Reply | Decided> {
  await ownLicense(asked, licenseId);
  const { call, environment, around, after } = asked;
  const outcome = await commandLicense(call, environment, licenseId, command);
  if (!outcome.ok) return outcome;
  await around.nudge(after, environment);
  return command.type === 'delete' ? { status: 204, body: null } : licenseReply(asked, licenseId);
}

type Filters = z.output<typeof ListLicenses>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function licenseList(
  apiKey: Asked['apiKey'],
  filters: Omit<Filters, 'limit' | 'cursor' | 'search'>,
): RecordList {
  const { status, productId, customerId, contractId, createdSince } = filters;
  return {
    collection: 'licenses',
    by: 'createdAt',
    select: LICENSE_FIELDS,
    where: [
      ...productFilter(apiKey, productId),
      ...equals({ status, customerId, contractId }),
      ...(createdSince === undefined ? [] : [['createdAt', '>=', new Date(createdSince)] as const]),
    ],
  };
}

async function list(asked: Asked & { readonly query: Filters }): Promise<Reply> {
  const { apiKey, query, now } = asked;
  if (query.search !== undefined) return search(asked, query.search);
  return pageReply<License>(asked, licenseList(apiKey, query), (license) => licenseRow(license, now));
}

/** Searches are answered in the order of ids, by the very query of jobs over what a filter finds. */
async function search(asked: Asked & { readonly query: Filters }, text: string): Promise<Reply> {
  const { call, environment, apiKey, query, now } = asked;
  const { status = null, productId = null, createdSince, customerId, contractId, limit, cursor } = query;
  if (customerId !== undefined || contractId !== undefined) {
    throw new ManageRefusal('BAD_REQUEST', 'A search goes with status, productId and createdSince only.', {
      errors: [{ path: 'search', message: 'does not go with customerId or contractId' }],
    });
  }
  if (productId !== null) within(apiKey, productId);
  const since = createdSince === undefined ? null : new Date(createdSince);
  const filter = { search: text, status, productId, createdSince: since };
  const from = cursor === undefined ? null : cursorText(cursor);
  if (from !== null && !/^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/.test(from)) throw wrongCursor();
  const found = await nextLicenses(call.store, { environment, filter, startedAt: now }, from, limit);
  const licenses = await readLicenses(call.store, environment, found.ids, LICENSE_FIELDS);
  const items = licenses.filter((license) => reaches(apiKey, license.productId));
  const next = found.cursor === null ? null : textCursor(found.cursor);
  return { body: { items: items.map((license) => licenseRow(license, now)), next } };
}

export const LICENSE_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/licenses',
      id: 'listLicenses',
      tag,
      scope,
      summary: 'List licenses',
      description:
        'The newest first. With `search` (2 characters and more of key, customer or product) they come in no order ' +
        'of time, and a page may hold fewer than asked for although there is a next one.',
      query: ListLicenses,
      answer: listOf(LicenseRow),
    },
    list,
  ),
  route(
    {
      method: 'post',
      path: '/licenses',
      id: 'createLicense',
      tag,
      scope,
      permission: 'licenses.write',
      summary: 'Create a license',
      description: 'One license from a generator; with a customer it is assigned at once.',
      body: CreateLicense,
      answer: ManagedLicense,
      status: 201,
      etag: 'given',
      refuses: [409, 422],
      example: {
        productId: 'acme-editor',
        generatorId: 'acme-editor-yearly',
        customer: { email: 'ada@example.com', name: 'Ada Almeida' },
        metadata: { order: '10293' },
      },
    },
    async (asked) => {
      const { call, environment, apiKey, body, around, after } = asked;
      within(apiKey, body.productId);
      const { productId, generatorId, customer, ...others } = body;
      const outcome = await issueLicense(call, {
        environment,
        productId,
        generatorId,
        customer: customer ?? null,
        ...dated(others),
      });
      if (!outcome.ok) return outcome;
      if (customer) await around.nudge(after, environment);
      return licenseReply(asked, outcome.licenseId, 201);
    },
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getLicense',
      tag,
      scope,
      summary: 'Get a license',
      description: 'Its whole key comes along for keys with the permission keys.read.',
      params,
      answer: ManagedLicense,
      etag: 'given',
      refuses: [404],
    },
    (asked) => licenseReply(asked, asked.params.licenseId),
  ),
  route(
    {
      method: 'patch',
      path: at,
      id: 'editLicense',
      tag,
      scope,
      permission: 'licenses.write',
      summary: 'Edit a license',
      description:
        'What is absent stays as it is. Moving `expiresAt` of a license that has not expired is how a payment ' +
        'processor renews it. A customer who is named gets it: by assignment, or by transfer.',
      params,
      body: EditLicense,
      answer: ManagedLicense,
      etag: 'if-match',
      refuses: [404, 409, 412, 422],
      example: { expiresAt: '2028-12-31T23:59:59Z' },
    },
    async (asked) => {
      const { customer, ...changes } = asked.body;
      return afterCommand(asked, asked.params.licenseId, {
        type: 'edit',
        revision: asked.revision,
        changes: dated(changes),
        ...(customer && present({ customer })),
      });
    },
  ),
  route(
    {
      method: 'delete',
      path: at,
      id: 'deleteLicense',
      tag,
      scope,
      permission: 'licenses.delete',
      summary: 'Delete a license',
      description: 'Its devices go with it and its key is free again. The audit entry stays.',
      params,
      answer: null,
      status: 204,
      refuses: [404],
    },
    (asked) => afterCommand(asked, asked.params.licenseId, { type: 'delete', confirmation: null }),
  ),
];
