import type { Activation } from '@latchkey/domain/activation/activation';
import { recordId } from '@latchkey/domain/wire/console/fields';
import {
  DeactivatedRow,
  DeactivateMany,
  ListActivations,
  ManagedActivation,
} from '@latchkey/domain/wire/manage/activations';
import { listOf } from '@latchkey/domain/wire/manage/common';
import * as z from 'zod';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { readDeviceProducts } from '../operations/manage/readDeviceProducts.ts';
import { removeDevice } from '../operations/removeDevice.ts';
import { removeDevices } from '../operations/removeDevices.ts';
import { iso } from './present.ts';
import { productFilter, reaches } from './reach.ts';
import { equals, ownRecord, pageReply, READ } from './records.ts';
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

/** The device, if it is of one of the key's products. */
function ownDevice(asked: Asked, id: string): Promise<Activation> {
  return ownRecord<Activation>(asked, ['activations', 'activation'], id);
}

/** A key that is limited to products reaches no device of another. */
async function allWithinReach({ call, environment, apiKey }: Asked, ids: readonly string[]): Promise<void> {
  if (apiKey.productIds === null) return;
  const products = await readDeviceProducts(call.store, environment, ids);
  if (products.some((id) => id === null || !reaches(apiKey, id))) throw notFound('activation');
}

type Filters = Omit<z.output<typeof ListActivations>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function activationList(apiKey: Asked['apiKey'], filters: Filters): RecordList {
  const { licenseId, productId, customerId, status } = filters;
  return {
    collection: 'activations',
    by: 'activatedAt',
    select: FIELDS,
    where: [...productFilter(apiKey, productId), ...equals({ licenseId, customerId, status })],
  };
}

export const ACTIVATION_ROUTES: readonly ManageRoute[] = [
  route(
    {
      method: 'post',
      path: '/activations/bulk-deactivate',
      id: 'bulkDeactivate',
      tag,
      scope,
      permission: 'activations.deactivate',
      summary: 'Deactivate up to 100 devices',
      description: 'Each for itself: what one refuses keeps no other. The answer says what came of each.',
      body: DeactivateMany,
      answer: listOf(DeactivatedRow),
      refuses: [404],
      example: { activationIds: ['h7Qk2mYt0bRwXcVn4zLp_3q2-7w'] },
    },
    async (asked) => {
      const { call, environment, body } = asked;
      await allWithinReach(asked, body.activationIds);
      const rows = await removeDevices(call, environment, body.activationIds);
      const items = rows.map(({ activationId, code, reason }) => {
        return { activationId, outcome: code === null ? 'done' : 'refused', code, sentence: reason };
      });
      return { body: { items, next: null } };
    },
  ),
  route(
    {
      ...READ,
      path: '/activations',
      id: 'listActivations',
      tag,
      scope,
      summary: 'List activations',
      description: 'Devices and domains of licenses, the last activated first.',
      query: ListActivations,
      answer: listOf(ManagedActivation),
    },
    (asked) => pageReply<Activation>(asked, activationList(asked.apiKey, asked.query), view),
  ),
  route(
    {
      ...READ,
      path: '/activations/{activationId}',
      id: 'getActivation',
      tag,
      scope,
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
