import { recordId } from '@latchkey/domain/wire/console/fields';
import {
  ManagedLicense,
  OwnerOfLicense,
  Renewed,
  RenewLicense,
  WhyStopped,
} from '@latchkey/domain/wire/manage/licenses';
import * as z from 'zod';
import { renewLicense } from '../operations/renewLicense.ts';
import { afterCommand, licenseReply, ownLicense } from './licenses.ts';
import { toDate } from './present.ts';
import type { ManageRoute } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ licenseId: recordId });

/** What the routes of commands have in common. */
const command = {
  method: 'post',
  tag: 'licenses',
  scope: 'products',
  permission: 'licenses.write',
  params,
  answer: ManagedLicense,
  etag: 'given',
} as const;

const CUSTOMER = { customer: { email: 'ada@example.com', name: 'Ada Almeida' } };
const WHY = { publicReason: 'The last payment did not arrive.', note: 'Second reminder was sent.' };

function given(customer: { readonly email: string; readonly name?: string | null | undefined }) {
  return { email: customer.email, name: customer.name ?? null };
}

/** Every command of the state machine that a person may give; each answers with the license as it is then. */
export const LICENSE_COMMAND_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...command,
      path: '/licenses/{licenseId}/assign',
      id: 'assignLicense',
      summary: 'Assign an available license to a customer',
      description: 'An e-mail that is new makes a customer, who gets an invitation.',
      body: OwnerOfLicense,
      refuses: [404, 409],
      example: CUSTOMER,
    },
    (asked) =>
      afterCommand(asked, asked.params.licenseId, { type: 'assign', customer: given(asked.body.customer) }),
  ),
  route(
    {
      ...command,
      path: '/licenses/{licenseId}/transfer',
      id: 'transferLicense',
      summary: 'Give a license to another customer',
      description: 'Every device is deactivated first: the one before sees and holds nothing of it.',
      body: OwnerOfLicense,
      refuses: [404, 409],
      example: CUSTOMER,
    },
    (asked) =>
      afterCommand(asked, asked.params.licenseId, { type: 'transfer', customer: given(asked.body.customer) }),
  ),
  route(
    {
      ...command,
      path: '/licenses/{licenseId}/inactivate',
      id: 'inactivateLicense',
      summary: 'Pause a license',
      body: WhyStopped,
      refuses: [404, 409, 422],
      example: WHY,
    },
    (asked) => afterCommand(asked, asked.params.licenseId, { type: 'inactivate', ...asked.body }),
  ),
  route(
    {
      ...command,
      path: '/licenses/{licenseId}/reactivate',
      id: 'reactivateLicense',
      summary: 'Lift a pause',
      refuses: [404, 409],
    },
    (asked) => afterCommand(asked, asked.params.licenseId, { type: 'reactivate' }),
  ),
  route(
    {
      ...command,
      path: '/licenses/{licenseId}/suspend',
      id: 'suspendLicense',
      summary: 'Suspend a license',
      description: 'The public reason is told to the customer and is needed.',
      body: WhyStopped,
      refuses: [404, 409, 422],
      example: WHY,
    },
    (asked) => afterCommand(asked, asked.params.licenseId, { type: 'suspend', ...asked.body }),
  ),
  route(
    {
      ...command,
      path: '/licenses/{licenseId}/unsuspend',
      id: 'unsuspendLicense',
      summary: 'Lift a suspension',
      refuses: [404, 409],
    },
    (asked) => afterCommand(asked, asked.params.licenseId, { type: 'unsuspend' }),
  ),
  route(
    {
      ...command,
      path: '/licenses/{licenseId}/revoke',
      id: 'revokeLicense',
      summary: 'Revoke a license for good',
      description: 'There is no way back. The public reason is told to the customer and is needed.',
      body: WhyStopped,
      refuses: [404, 409, 422],
      example: { publicReason: 'The purchase was refunded.', note: null },
    },
    (asked) => afterCommand(asked, asked.params.licenseId, { type: 'revoke', ...asked.body }),
  ),
  route(
    {
      ...command,
      path: '/licenses/{licenseId}/renew',
      id: 'renewLicense',
      summary: 'Renew an expired license',
      description:
        'A new license for the same customer, product and rules, linked both ways. One that has not expired is ' +
        'prolonged by editing its date.',
      body: RenewLicense,
      answer: Renewed,
      status: 201,
      refuses: [404, 409, 422],
      example: { expiresAt: '2028-12-31T23:59:59Z' },
    },
    async (asked) => {
      const { call, environment, params: place, body } = asked;
      await ownLicense(asked, place.licenseId);
      const expiresAt = body.expiresAt === undefined ? undefined : toDate(body.expiresAt);
      const outcome = await renewLicense(call, environment, place.licenseId, expiresAt);
      if (!outcome.ok) return outcome;
      const renewed = await licenseReply(asked, outcome.renewedToId, 201);
      return { ...renewed, body: { renewedTo: renewed.body } };
    },
  ),
];
