import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { ConfigurationError } from '@latchkey/functions/config';
import { ConflictError, UnavailableError } from '@latchkey/functions/firestore/store';
import type { Limits } from '@latchkey/functions/http/limits';
import { keepBodiesRaw } from '@latchkey/functions/http/rawRequest';
import { get, post } from '@latchkey/functions/http/route';
import { router } from '@latchkey/functions/http/router';
import * as z from 'zod';

export const LEAKY_KEY = 'LEAK-ABCD-EFGH-2345';

const FAULTS = {
  bug: () => new Error(`the key ${LEAKY_KEY} broke it`),
  outage: () => new UnavailableError('no answer'),
  conflict: () => new ConflictError('again'),
  setting: () => new ConfigurationError('LATCHKEY_SIGNING_KEYS', 'is not set'),
};
export type Fault = keyof typeof FAULTS;

/** A server made of the product's plumbing with doors of its own: echo, faults, limits, address. */
export async function startPlumbing(
  limits: Limits,
  trustedProxyHops = 0,
): Promise<{ url: string; server: Server }> {
  keepBodiesRaw();
  const which = z.enum(['bug', 'outage', 'conflict', 'setting']);
  const handle = router(
    [
      get('/v1/address', ({ address }) => ({ address })),
      post('/v1/echo', z.strictObject({ text: z.string() }), async (input) => input),
      post('/v1/fault', z.strictObject({ which }), async (input) => {
        throw FAULTS[input.which]();
      }),
      post('/v1/limited', z.strictObject({ key: z.string() }), async ({ key }, { address }) => {
        limits.request({ address, keyHash: key, device: '' });
        return {};
      }),
    ],
    { trustedProxyHops: () => trustedProxyHops },
  );
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return { url: `http://127.0.0.1:${address.port}`, server };
}
