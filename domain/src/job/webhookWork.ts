/** Tells an endpoint again of what happened in a span of time, out of the audit log. */
export interface ReplayWebhooksWork {
  readonly kind: 'replay-webhooks';
  readonly endpointId: string;
  readonly endpointName: string;
  /** This moment and later. */
  readonly since: Date;
  /** Before this moment, that of asking: what comes later is delivered anyway. */
  readonly until: Date;
  /** Whether what was delivered is sent again, too. */
  readonly deliveredToo: boolean;
}
