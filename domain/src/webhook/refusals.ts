/** Why nothing was done about webhooks. Stable codes; nothing has changed. */
export type WebhookRefusalCode =
  | 'NOT_FOUND'
  | 'URL_REFUSED'
  | 'NO_EVENTS'
  | 'TOO_MANY_ENDPOINTS'
  | 'CONFIRMATION_MISMATCH'
  | 'CHANGED_MEANWHILE'
  | 'ENDPOINT_DISABLED'
  | 'ENDPOINT_GONE'
  | 'SINCE_IN_FUTURE';

export interface WebhookRefusal {
  readonly ok: false;
  readonly code: WebhookRefusalCode;
  readonly reason: string;
}

export function refuseWebhook(code: WebhookRefusalCode, reason: string): WebhookRefusal {
  return { ok: false, code, reason };
}
