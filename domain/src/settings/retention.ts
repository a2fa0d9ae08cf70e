import { choice, wholeNumberOrNone } from './setting.ts';

/** What is deleted by age; audit events, licenses, customers and everything else are not. */
export const RETENTION_NAMES = ['jobs', 'mails', 'deliveries', 'signIns'] as const;
export type RetentionName = (typeof RETENTION_NAMES)[number];

/** Days for which each is kept; null = for good. */
export type RetentionDays = { readonly [N in RetentionName]: number | null };

/** What goes to the log of the platform beside the audit; problems always do. */
export const LOG_SETTINGS = {
  logLevel: choice({
    label: 'Detail of the log',
    effect:
      'The log of Google Cloud, for whoever looks after this deployment. License keys and addresses are never in it. What anchors the audit chain is logged in any case.',
    options: [
      { value: 'problems', title: 'Problems only' },
      { value: 'runs', title: 'Problems, and what each run by the clock has done' },
      { value: 'answers', title: 'All that, and each answer to shipped software' },
    ],
    default: 'runs',
  }),
};

const days = { none: 'Kept for good', unit: 'days', max: 3650 } as const;

/** How long records are kept that tell of what was done, and decide nothing any more. */
export const RETENTION_SETTINGS = {
  jobs: wholeNumberOrNone({
    label: 'Finished jobs',
    effect:
      'A job that is done, failed or cancelled goes with its report and its rows, and can no longer be retried.',
    min: 7,
    default: 180,
    ...days,
  }),
  mails: wholeNumberOrNone({
    label: 'Mail records',
    effect: 'After that nobody can look up any more whether a mail was sent, or send it again.',
    min: 1,
    default: 90,
    ...days,
  }),
  deliveries: wholeNumberOrNone({
    label: 'Webhook deliveries',
    effect: 'A delivery goes with what was sent and answered, and can no longer be replayed.',
    min: 7,
    default: 30,
    ...days,
  }),
  signIns: wholeNumberOrNone({
    label: 'Recent sign-ins of customers',
    effect:
      'The last five are shown to the customer, who would notice a strange one. Counted from the last of them.',
    min: 30,
    default: 365,
    ...days,
  }),
};

/** The days alone, of a section that says more. */
export function daysKept({ jobs, mails, deliveries, signIns }: RetentionDays): RetentionDays {
  return { jobs, mails, deliveries, signIns };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is older than this goes; null = nothing does. */
export function keptSince(kept: RetentionDays, name: RetentionName, now: Date): Date | null {
  const limit = kept[name];
  return limit === null ? null : new Date(now.getTime() - limit * DAY_MS);
}
