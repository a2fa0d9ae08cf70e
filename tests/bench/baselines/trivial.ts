import { onRequest } from 'firebase-functions/https';

/** The least a function can be: what the platform and the framework cost by themselves. */
export const trivial = onRequest((_request, response) => {
  response.json({ ok: true });
});
