import * as z from 'zod';
import { LICENSE_STATUSES } from '../../license/license.ts';
import { VERDICT_CODES } from '../../license/codes.ts';
import { environment } from './fields.ts';
import { outcome } from './outcome.ts';

/** What the console's first page shows of an environment; at most half a minute old. */
export const DashboardFiguresRequest = z.strictObject({ environment });
export type DashboardFiguresRequest = z.infer<typeof DashboardFiguresRequest>;

const count = z.int();
const moment = z.iso.datetime();
const share = z.strictObject({ id: z.string(), name: z.string(), licenses: count, available: count });

const figures = {
  /** When it was counted. */
  at: moment,
  /** Active products. */
  products: count,
  /** By stored state. */
  licenses: z.record(z.enum(LICENSE_STATUSES), count),
  topProducts: z.array(share),
  lowPools: z.array(share),
  expiring: z.strictObject({
    within7: count,
    within30: count,
    next: z.array(
      z.strictObject({
        id: z.string(),
        keyHint: z.string(),
        productName: z.string(),
        customer: z.string().nullable(),
        expiresAt: moment,
      }),
    ),
  }),
  /** Answers to shipped software, hour by hour from `from`; the last hour is the one that runs. */
  checks: z.strictObject({
    from: moment,
    accepted: z.array(count),
    refused: z.array(count),
    activated: z.array(count),
  }),
  /** Why validates were refused in the last 24 hours, the most frequent reason first. */
  refusals: z.array(z.strictObject({ code: z.enum(VERDICT_CODES), count })),
  /** What there was on each day (UTC) of the last month, oldest first; days nobody looked at are missing. */
  history: z.array(z.strictObject({ day: z.iso.date(), products: count, active: count })),
};

/** The figures by themselves, for programs. */
export const Figures = z.strictObject(figures);
export const DashboardFiguresAnswer = outcome(figures);
export type DashboardFiguresAnswer = z.infer<typeof DashboardFiguresAnswer>;
export type DashboardFigures = Extract<DashboardFiguresAnswer, { ok: true }>;
