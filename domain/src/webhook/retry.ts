import type { AttemptOutcome, WebhookDelivery } from './delivery.ts';
import type { DisabledWhy, WebhookEndpoint } from './endpoint.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Pauses between attempts, as Standard Webhooks recommends them: ten attempts in a little over three days. Where the
 * settings want a message tried for longer, more of the last follow.
 */
export const RETRY_PAUSES: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** How much of a pause chance may take away, so that what failed together does not come back together. */
export const JITTER = 0.05;
/** The longest pause that a receiver may ask for. */
export const LONGEST_PAUSE = 24 * HOUR;

/** What the settings say about receivers in trouble. */
export interface RetryRules {
  /** So many days a message is tried at least. */
  readonly retryDays: number;
  /** Whether an endpoint is disabled that has taken nothing for so long. */
  readonly disableFailing: boolean;
}

type DeliveryNews = Pick<
  WebhookDelivery,
  'status' | 'nextAt' | 'updatedAt' | 'deliveredAt' | 'lastStatus' | 'problem'
>;
type EndpointNews = Partial<
  Pick<WebhookEndpoint, 'status' | 'disabledWhy' | 'disabledAt' | 'failingSince' | 'pausedUntil'>
>;

/** What of an endpoint counts here; one that is disabled, or deleted, is tried no more. */
export type Health = Pick<WebhookEndpoint, 'status' | 'failingSince' | 'pausedUntil'>;

export interface AttemptDecision {
  readonly delivery: DeliveryNews;
  /** What changes of the endpoint; null = nothing. */
  readonly endpoint: EndpointNews | null;
  /** Set when the endpoint is disabled by this very attempt: then its owners are told. */
  readonly disabled: Exclude<DisabledWhy, 'by-hand'> | null;
}

/**
 * What follows from an attempt. Any 2xx is a success. 410 ends the endpoint. Everything else, redirects included,
 * is tried again after a pause that Retry-After may lengthen. The last failure that the rules allow gives the delivery
 * up; when the endpoint has taken nothing since its first attempt, days ago, it ends the endpoint too.
 * @param delivery with this attempt counted
 * @param around.random 0 <= x < 1
 */
export function decideAttempt(
  delivery: Pick<WebhookDelivery, 'attempts' | 'firstAt' | 'deliveredAt'>,
  endpoint: Health,
  outcome: AttemptOutcome,
  { rules, now, random }: { readonly rules: RetryRules; readonly now: Date; readonly random: number },
): AttemptDecision {
  const { status } = outcome;
  const base = { updatedAt: now, lastStatus: status };
  if (isSuccess(status)) {
    const { failingSince: failing, pausedUntil } = endpoint;
    const isWell = endpoint.status === 'disabled' || (failing === null && pausedUntil === null);
    return {
      delivery: { ...base, status: 'delivered', nextAt: null, deliveredAt: now, problem: null },
      endpoint: isWell ? null : { failingSince: null, pausedUntil: null },
      disabled: null,
    };
  }
  const failed = { ...base, deliveredAt: delivery.deliveredAt, problem: problemOf(outcome) };
  const givenUp = { ...failed, status: 'failed', nextAt: null } as const;
  if (endpoint.status === 'disabled') return { delivery: givenUp, endpoint: null, disabled: null };
  const failingSince = endpoint.failingSince ?? now;
  const isLast = delivery.attempts >= attemptsWithin(rules.retryDays);
  const neverSince =
    endpoint.failingSince !== null && delivery.firstAt !== null && endpoint.failingSince <= delivery.firstAt;
  const failing = isLast && neverSince && rules.disableFailing ? 'failing' : null;
  const why = status === 410 ? 'gone' : failing;
  if (why !== null) {
    const ended = { status: 'disabled', disabledWhy: why, disabledAt: now, pausedUntil: null } as const;
    return { delivery: givenUp, endpoint: { ...ended, failingSince }, disabled: why };
  }
  const news = endpoint.failingSince === null ? { failingSince } : null;
  if (isLast) return { delivery: givenUp, endpoint: news, disabled: null };
  const asked = askedPause(outcome, now);
  const pause = Math.max(plannedPause(delivery.attempts, random), asked ?? 0);
  const nextAt = new Date(now.getTime() + pause);
  const pausedUntil = asked === null ? null : new Date(now.getTime() + asked);
  return {
    delivery: { ...failed, status: 'pending', nextAt },
    endpoint: pausedUntil === null ? news : { ...news, pausedUntil },
    disabled: null,
  };
}

export function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** The attempts that it takes to try a message for so many days: 10 for three. */
export function attemptsWithin(days: number): number {
  let reach = 0;
  let pauses = 0;
  while (reach < days * 24 * HOUR) reach += RETRY_PAUSES[pauses++] ?? LONGEST_PAUSE;
  return pauses + 1;
}

function plannedPause(attempts: number, random: number): number {
  const pause = RETRY_PAUSES[attempts - 1] ?? LONGEST_PAUSE;
  return pause * (1 - JITTER * random);
}

/** Milliseconds that Retry-After asks for (seconds or a date, RFC 9110), a day at most; null = it says nothing. */
function askedPause({ status, retryAfter }: AttemptOutcome, now: Date): number | null {
  if (retryAfter === null || (status !== 429 && status !== 503)) return null;
  const text = retryAfter.trim();
  const wanted = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now.getTime();
  return wanted > 0 ? Math.min(wanted, LONGEST_PAUSE) : null;
}

function problemOf({ status, problem }: AttemptOutcome): string {
  if (status === null) return problem ?? 'There was no answer.';
  if (status === 410) return 'The receiver says that it is gone (410).';
  if (status >= 300 && status < 400) return `The answer was ${status}: redirects are not followed.`;
  return `The answer was ${status}.`;
}
