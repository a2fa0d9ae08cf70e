/** One message, to be signed and sent. */
export interface WebhookMessage {
  readonly url: string;
  /** Goes out as `webhook-id`. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  /** Each signs; two while they change. */
  readonly secrets: readonly string[];
  /** From resolving the name to the last byte of the answer. */
  readonly deadlineMs: number;
}

/** What was sent beside the body, and what came back. */
export interface SentMessage {
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly tookMs: number;
  /** null = no answer, for the reason in `problem`. */
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** The first 10 KB. */
  readonly responseBody: string;
  readonly responseCut: boolean;
  readonly problem: string | null;
}

/** Sends messages to addresses that people have entered; guards what may be called. */
export interface WebhookSender {
  /** The one origin on this machine that may be called, of a local stack's demo receiver; otherwise null. */
  readonly localOrigin: string | null;
  /** Never throws for what the other side does: that is an outcome. */
  send(message: WebhookMessage): Promise<SentMessage>;
}
