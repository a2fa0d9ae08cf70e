import { onRequest } from 'firebase-functions/https';
import { REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { keepBodiesRaw } from '../http/rawRequest.ts';

keepBodiesRaw();

/**
 * The management API, in a function of its own: what programs of sellers do in bulk takes no instance from shipped
 * software that asks, and no cold start of that waits for what only this needs. No CORS: its keys are not for pages.
 */
export const manage = onRequest(
  {
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    concurrency: 40,
    maxInstances: 20,
    // To read an uploaded file through, as the console's function has it.
    timeoutSeconds: 540,
    invoker: 'public',
  },
  async (request, response) => {
    const { serveManage } = await import('./serve.ts');
    await serveManage(request, response);
  },
);
