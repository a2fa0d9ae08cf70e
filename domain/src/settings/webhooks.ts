import type { RetryRules } from '../webhook/retry.ts';
import { onOff, wholeNumber } from './setting.ts';
import type { Setting } from './setting.ts';

/** How deliveries go about receivers in trouble. What may be called at all is no setting. */
export const WEBHOOK_SETTINGS = {
  retryDays: wholeNumber({
    label: 'How long a message is tried',
    effect:
      'Ten attempts in three days; each day more or less is an attempt more or less. Then the message is given up, until somebody replays it.',
    min: 1,
    max: 14,
    unit: 'days',
    default: 3,
  }),
  timeoutSeconds: wholeNumber({
    label: 'Time to answer',
    effect: 'A receiver that needs longer counts as failed, and gets the message again later.',
    min: 1,
    max: 30,
    unit: 'seconds',
    default: 10,
  }),
  disableFailing: onOff({
    label: 'Disable endpoints that fail all the while',
    effect:
      'An endpoint that has taken nothing for as long as a message is tried is disabled, and owners get a mail. When off, each new message is tried in vain. One that answers 410 is disabled either way.',
    default: true,
  }),
} satisfies { readonly [N in keyof RetryRules]: Setting<RetryRules[N]> } & {
  readonly timeoutSeconds: Setting<number>;
};
