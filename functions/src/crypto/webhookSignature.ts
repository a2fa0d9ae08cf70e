import { createHmac } from 'node:crypto';

/** How secrets of Standard Webhooks begin; the rest is base64. */
export const SECRET_PREFIX = 'whsec_';

/**
 * One signature of a message by Standard Webhooks: HMAC-SHA256 over id, time and body.
 * @param secret `whsec_` and base64
 * @param seconds Unix time, as the head "webhook-timestamp" says it
 */
export function webhookSignature(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}
