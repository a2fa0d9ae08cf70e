import * as z from 'zod';
import { ABUSE_RULE_NAMES } from '../../abuse/rules.ts';
import { isStorableObject } from '../storable.ts';
import { environment, reason, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

export const AbuseCaseCommandInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['take', 'release', 'reopen']) }),
  z.strictObject({
    type: z.literal('confirm'),
    note: reason,
    /** The public reason of a suspension; null = the license stays as it is. */
    suspend: reason.nullable(),
  }),
  z.strictObject({ type: z.literal('dismiss'), note: reason, unsuspend: z.boolean() }),
]);
export type AbuseCaseCommandInput = z.infer<typeof AbuseCaseCommandInput>;

export const CommandAbuseCaseRequest = z.strictObject({
  environment,
  caseId: recordId,
  command: AbuseCaseCommandInput,
});
export type CommandAbuseCaseRequest = z.infer<typeof CommandAbuseCaseRequest>;
export const CommandAbuseCaseAnswer = outcome({});
export type CommandAbuseCaseAnswer = z.infer<typeof CommandAbuseCaseAnswer>;

/** The section "abuse" of the settings as somebody thinks of saving it; nothing is saved. */
export const TryAbuseRulesRequest = z.strictObject({
  environment,
  values: z
    .custom<Readonly<Record<string, unknown>>>(isStorableObject, {
      error: 'must be a JSON object with a value for each setting',
    })
    .meta({ type: 'object', additionalProperties: true }),
});
export type TryAbuseRulesRequest = z.infer<typeof TryAbuseRulesRequest>;

const moment = z.iso.datetime();
const count = z.int();

const trial = {
  /** What was looked at: from when on, how many events, and whether that is all of the 30 days. */
  from: moment,
  to: moment,
  events: count,
  complete: z.boolean(),
  /** Since when origins are remembered, as far as they reach back; null = none are there. */
  originsFrom: moment.nullable(),
  licenses: z.strictObject({ found: count, suspended: count }),
  byRule: z.array(z.strictObject({ rule: z.enum(ABUSE_RULE_NAMES), licenses: count })),
  /** Licenses that met their first rule on a day (UTC), oldest first. */
  byDay: z.array(z.strictObject({ day: z.iso.date(), licenses: count })),
  /** The first 50, the highest score first. */
  rows: z.array(
    z.strictObject({
      licenseId: z.string(),
      /** null = the license is gone, and nothing that was looked at names it. */
      keyHint: z.string().nullable(),
      productName: z.string().nullable(),
      score: count,
      suspends: z.boolean(),
      firstAt: moment,
      findings: z.array(
        z.strictObject({
          rule: z.enum(ABUSE_RULE_NAMES),
          count,
          threshold: count,
          windowMs: count,
          points: count,
        }),
      ),
    }),
  ),
};

/** The trial by itself, for programs. */
export const Trial = z.strictObject(trial);
export const TryAbuseRulesAnswer = outcome(trial);
export type TryAbuseRulesAnswer = z.infer<typeof TryAbuseRulesAnswer>;
export type AbuseTrial = Extract<TryAbuseRulesAnswer, { ok: true }>;
