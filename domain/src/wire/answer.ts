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
    id: z.string(),
    product: z.strictObject({ id: z.string(), name: z.string() }),
    environment: z.enum(ENVIRONMENTS),
    status: z.enum(LICENSE_STATUSES).describe('By the clock: a due license is "expired" before any sweep.'),
    expiresAt: moment.nullable().describe('null = Lifetime, or not started yet.'),
    effectiveExpiresAt: moment.nullable().describe('Expiry plus grace; the license works until then.'),
    inGrace: z.boolean(),
    activationLimit: z.int().describe('-1 = unlimited.'),
    activationCount: z.int(),
    features: z.record(z.string(), json),
  })
  .describe('The license as it stands after this call. Never the key, never personal data.');

export const ActivationAnswer = z
  .strictObject({
    id: z.string(),
    identifier: z.string(),
    identifierType: z.enum(IDENTIFIER_TYPES),
    status: z.enum(ACTIVATION_STATUSES),
    label: z.string().nullable(),
    activatedAt: moment,
    lastSeenAt: moment.nullable().describe('Last successful validate; null until the first one.'),
  })
  .describe('The device as it stands after this call.');

const answer = {
  code: z.enum(VERDICT_CODES),
  reason: z.string().describe('One plain sentence for the end user.'),
  serverTime: moment,
  nonce: z.string().optional(),
  license: LicenseAnswer.nullable(),
  activation: ActivationAnswer.nullable(),
  token: z.string().describe('Compact JWS (EdDSA) over the decision: verify it with the JWK set, offline.'),
};

export const ValidateAnswer = z.strictObject({ valid: z.boolean(), ...answer });
export const ActivateAnswer = z.strictObject({ activated: z.boolean(), ...answer });
export const DeactivateAnswer = z.strictObject({ deactivated: z.boolean(), ...answer });

export type LicenseAnswer = z.infer<typeof LicenseAnswer>;
export type ActivationAnswer = z.infer<typeof ActivationAnswer>;
export type ValidateAnswer = z.infer<typeof ValidateAnswer>;
export type ActivateAnswer = z.infer<typeof ActivateAnswer>;
export type DeactivateAnswer = z.infer<typeof DeactivateAnswer>;
