/** Fields of requests and answers, as the document tells of them. */
export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    '1 to 255 visible characters that name this request and no other. For 24 hours a repeat gets the same answer ' +
    'and has no further effect; with another body it is refused (409).',
  schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
  example: 'order-10293',
} as const;

export const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of what you have read: the change is refused (412) when somebody was faster.',
  schema: { type: 'string', pattern: '^(\\*|"r[0-9]{1,9}")$' },
  example: '"r7"',
} as const;

const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const },
  example,
});

export const GIVEN = {
  always: {
    'X-Request-Id': text('Names this call in the log.', 'h7Qk2mYt0bRwXcVn4zLp'),
    RateLimit: text(
      'What is left of the key’s limit, and the seconds until it starts anew.',
      '"apiKey";r=119;t=60',
    ),
    'RateLimit-Policy': text('The limit: requests (q) in a window of seconds (w).', '"apiKey";q=120;w=60'),
  },
  etag: { ETag: text('The revision of the record, for If-Match.', '"r7"') },
  location: { Location: text('Where the record is.', '/v1/manage/jobs/Zr8mKq2LwXc0VbNt5YpH') },
} as const;
