import * as z from 'zod';
import { ROLES } from '../../access/roles.ts';
import { trimmedText } from '../text.ts';
import { email, environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

const role = z.enum(ROLES);
/** null = all. */
const environments = z.array(environment).max(3).nullable();

/** Somebody new in the console; known accounts keep their password and get the role. */
export const InviteAdminRequest = z.strictObject({ email, name: trimmedText(255, 1), role, environments });
export type InviteAdminRequest = z.infer<typeof InviteAdminRequest>;

/**
 * `newcomer`: has never signed in, so that a link to choose a password is needed. `mailed`: our own mail brings it;
 * otherwise the console asks the sign-in service to send one.
 */
export const InviteAdminAnswer = outcome({ uid: z.string(), newcomer: z.boolean(), mailed: z.boolean() });
export type InviteAdminAnswer = z.infer<typeof InviteAdminAnswer>;

export const AdminCommandInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('change-access'), role, environments }),
  z.strictObject({ type: z.literal('disable') }),
  z.strictObject({ type: z.literal('enable') }),
  z.strictObject({ type: z.literal('remove') }),
]);

export const CommandAdminRequest = z.strictObject({ uid: recordId, command: AdminCommandInput });
export type CommandAdminRequest = z.infer<typeof CommandAdminRequest>;

export const CommandAdminAnswer = outcome({});
export type CommandAdminAnswer = z.infer<typeof CommandAdminAnswer>;

/** What only the sign-in service knows, for the people on one page. */
export const AdminSignInsRequest = z.strictObject({ uids: z.array(recordId).min(1).max(100) });
export type AdminSignInsRequest = z.infer<typeof AdminSignInsRequest>;

export const AdminSignInsAnswer = z.strictObject({
  ok: z.literal(true),
  people: z.array(
    z.strictObject({
      uid: z.string(),
      /** ISO 8601; null = never. */
      lastSignInAt: z.iso.datetime().nullable(),
      secondFactor: z.boolean(),
    }),
  ),
});
export type AdminSignInsAnswer = z.infer<typeof AdminSignInsAnswer>;
