import * as z from 'zod';
import { ACTIVATION_STATUSES } from '../activation/activation.ts';
import { IDENTIFIER_TYPES } from '../activation/identifier.ts';
import { ENVIRONMENTS } from '../environment.ts';
import { VERDICT_CODES } from '../license/codes.ts';
import { LICENSE_STATUSES } from '../license/license.ts';

const moment = z.iso.datetime();
const json: z.ZodType = z.json();

export const LicenseAnswer = z
  .strictObject({
    id: z.string().describe('Id of the license; the `sub` of the token.'),
    product: z
      .strictObject({
        id: z.string().describe('Product id; the `aud` of the token.'),
        name: z.string().describe('Name of the product, for people.'),
      })
      .describe('What the license is for.'),
    environment: z.enum(ENVIRONMENTS).describe('The environment the license lives in.'),
    status: z.enum(LICENSE_STATUSES).describe('By the clock: a due license is "expired" before any sweep.'),
    expiresAt: moment.nullable().describe('null = Lifetime, or not started yet.'),
    effectiveExpiresAt: moment.nullable().describe('Expiry plus grace; the license works until then.'),
    inGrace: z.boolean().describe('The date has passed and the license still works.'),
    activationLimit: z.int().describe('Devices it may be used on; -1 = unlimited.'),
    activationCount: z.int().describe('Devices that hold a slot.'),
    features: z.record(z.string(), json).describe('What the license includes, as the seller named it.'),
  })
  .describe('The license as it stands after this call. Never the key, never personal data.');

export const ActivationAnswer = z
  .strictObject({
    id: z.string().describe('Id of the activation.'),
    identifier: z.string().describe('The identifier in its normal form.'),
    identifierType: z.enum(IDENTIFIER_TYPES).describe('What the identifier names.'),
    status: z.enum(ACTIVATION_STATUSES).describe('Suspended while the license is suspended or inactive.'),
    label: z.string().nullable().describe('Name of the device, for people.'),
    activatedAt: moment.describe('Since when it is activated.'),
    lastSeenAt: moment.nullable().describe('Last successful validate; null until the first one.'),
  })
  .describe('The device as it stands after this call.');

const answer = {
  code: z.enum(VERDICT_CODES).describe('The decision in one stable word.'),
  reason: z.string().describe('One plain sentence for the end user.'),
  serverTime: moment.describe('The clock by which it was decided.'),
  nonce: z.string().optional().describe('The nonce of the request.'),
  license: LicenseAnswer.nullable().describe('null where the answer speaks of no license.'),
  activation: ActivationAnswer.nullable().describe('null where no device is known.'),
  token: z.string().describe('Compact JWS (EdDSA) over the decision: verify it with the JWK set, offline.'),
};

export const ValidateAnswer = z.strictObject({
  valid: z.boolean().describe('Whether the software may run.'),
  ...answer,
});
export const ActivateAnswer = z.strictObject({
  activated: z.boolean().describe('Whether the device holds a slot now.'),
  ...answer,
});
export const DeactivateAnswer = z.strictObject({
  deactivated: z.boolean().describe('Whether the slot was released.'),
  ...answer,
});

export type LicenseAnswer = z.infer<typeof LicenseAnswer>;
export type ActivationAnswer = z.infer<typeof ActivationAnswer>;
export type ValidateAnswer = z.infer<typeof ValidateAnswer>;
export type ActivateAnswer = z.infer<typeof ActivateAnswer>;
export type DeactivateAnswer = z.infer<typeof DeactivateAnswer>;
