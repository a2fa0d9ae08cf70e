import type { Activation } from '@latchkey/domain/activation/activation';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { ListActivations, ManagedActivation } from '@latchkey/domain/wire/manage/activations';
import { listOf } from '@latchkey/domain/wire/manage/common';
import * as z from 'zod';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { listRecords, readRecord } from '../operations/manage/listRecords.ts';
import { removeDevice } from '../operations/removeDevice.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { iso } from './present.ts';
import { productFilter, reaches } from './reach.ts';
import { notFound } from './refusal.ts';
import type { Asked, ManageRoute } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ activationId: recordId });
const tag = 'activations';
const scope = 'products';

/** What lists read of a device. */
const FIELDS = [
  'licenseId',
  'keyHint',
  'productId',
  'productName',
  'customerId',
  'identifier',
  'identifierType',
  'label',
  'appVersion',
  'status',
  'activatedAt',
  'deactivatedAt',
  'lastSeenAt',
] as const satisfies readonly (keyof Activation)[];

/** As it is stored: a stopped license marks its devices within seconds. */
function view(device: Pick<Activation, (typeof FIELDS)[number] | 'id'>): ManagedActivation {
  return {
    id: device.id,
    licenseId: device.licenseId,
    keyHint: device.keyHint,
    product: { id: device.productId, name: device.productName },
    customerId: device.customerId,
    identifier: device.identifier,
    identifierType: device.identifierType,
    label: device.label,
    appVersion: device.appVersion,
    status: device.status,
    activatedAt: device.activatedAt.toISOString(),
    deactivatedAt: iso(device.deactivatedAt),
    lastSeenAt: iso(device.lastSeenAt),
  };
}

async function ownDevice({ call, environment, apiKey }: Asked, id: string): Promise<Activation> {
  const device = await readRecord<Activation>(call.store, environment, 'activations', id);
  if (!device || !reaches(apiKey, device.productId)) throw notFound('activation');
  return device;
}

type Filters = Omit<z.output<typeof ListActivations>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function activationList(apiKey: Asked['apiKey'], filters: Filters): RecordList {
  const { licenseId, productId, customerId, status } = filters;
  return {
    collection: 'activations',
    by: 'activatedAt',
    select: FIELDS,
    where: [
      ...productFilter(apiKey, productId),
      ...(licenseId === undefined ? [] : [['licenseId', '==', licenseId] as const]),
      ...(customerId === undefined ? [] : [['customerId', '==', customerId] as const]),
      ...(status === undefined ? [] : [['status', '==', status] as const]),
    ],
  };
}

export const ACTIVATION_ROUTES: readonly ManageRoute[] = [
  route(
    {
      method: 'get',
      path: '/activations',
      id: 'listActivations',
      tag,
      scope,
      permission: 'console.read',
      summary: 'List activations',
      description: 'Devices and domains of licenses, the last activated first.',
      query: ListActivations,
      answer: listOf(ManagedActivation),
    },
    async ({ call, environment, apiKey, query }) => {
      const list = activationList(apiKey, query);
      const from = fromCursor(query.cursor);
      const page = await listRecords<Activation>(call.store, environment, list, from, query.limit);
      return { body: { items: page.rows.map(view), next: toCursor(page.next) } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/activations/{activationId}',
      id: 'getActivation',
      tag,
      scope,
      permission: 'console.read',
      summary: 'Get an activation',
      params,
      answer: ManagedActivation,
      refuses: [404],
    },
    async (asked) => ({ body: view(await ownDevice(asked, asked.params.activationId)) }),
  ),
  route(
    {
      method: 'post',
      path: '/activations/{activationId}/deactivate',
      id: 'deactivateActivation',
      tag,
      scope,
      permission: 'activations.deactivate',
      summary: 'Deactivate a device',
      description: 'Its slot is free at once.',
      params,
      answer: ManagedActivation,
      refuses: [404, 409],
    },
    async (asked) => {
      const { call, environment, params: place } = asked;
      await ownDevice(asked, place.activationId);
      const outcome = await removeDevice(call, environment, place.activationId, null);
      if (!outcome.ok) return outcome;
      return { body: view(await ownDevice(asked, place.activationId)) };
    },
  ),
];
