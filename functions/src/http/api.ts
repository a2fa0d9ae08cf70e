import { onRequest } from 'firebase-functions/https';
import { config, REGION } from '../config.ts';
import { SECRETS } from '../crypto/secrets.ts';
import { publicJwks } from '../crypto/tokens.ts';
import { sharedTools } from '../tools.ts';
import { abuseWatch } from './abuseWatch.ts';
import { logAnswer, logNoAnswer } from './answerLog.ts';
import { checkCounts, flushAtEnd } from './checkCounts.ts';
import type { CountContract } from './contractLimits.ts';
import { contractLimits } from './contractLimits.ts';
import type { Watching } from './licenseRoutes.ts';
import { licenseRoutes } from './licenseRoutes.ts';
import type { Limits } from './limits.ts';
import { memoryLimits, noLimits } from './limits.ts';
import { isManagePath } from './managePath.ts';
import { overLimitCounts } from './overLimitCounts.ts';
import { keepBodiesRaw } from './rawRequest.ts';
import { get } from './route.ts';
import { router } from './router.ts';
import { withoutDomains } from './withoutDomains.ts';

keepBodiesRaw();
withoutDomains();

/** Verifiers may keep the key set; a new key is published long before it signs. */
const FIVE_MINUTES = { 'cache-control': 'public, max-age=300' };

/** Loaded when somebody asks for it: no decision waits for a description. */
const openApi = async (): Promise<object> => (await import('./openapi/document.ts')).openApiDocument();

let counters: Limits | undefined;
const limits = (): Limits => (counters ??= config().rateLimits ? memoryLimits() : noLimits);

let contractCounters: CountContract | undefined;
const contractCounts = (): CountContract =>
  (contractCounters ??= config().rateLimits ? contractLimits() : () => undefined);

let watched: Watching | undefined;
const watching = (): Watching => (watched ??= startWatching());

/** With the first answer, when whoever serves us has set up how it ends. */
function startWatching(): Watching {
  const counts = checkCounts(() => sharedTools().store);
  const overLimit = overLimitCounts(() => sharedTools().store);
  flushAtEnd({ flush: () => Promise.all([counts.flush(), overLimit.flush()]) });
  const { rateLimits, countryHeader } = config();
  return { counts, overLimit, abuse: abuseWatch(), log: rateLimits ? logAnswer : logNoAnswer, countryHeader };
}

const handle = router(
  [
    ...licenseRoutes(sharedTools, limits, watching),
    {
      method: 'POST',
      path: '/v1/contracts/licenses',
      // Fetched when the first partner calls: it issues licenses, which no question of shipped software does.
      answer: async (call) => {
        const { contractDoor } = await import('./contractRoutes.ts');
        return contractDoor(sharedTools(), limits(), contractCounts())(call);
      },
    },
    get('/v1/health', ({ now }) => ({ status: 'ok', serverTime: now.toISOString() })),
    get('/v1/jwks.json', publicJwks, FIVE_MINUTES),
    get('/.well-known/jwks.json', publicJwks, FIVE_MINUTES),
    get('/v1/openapi.json', openApi, FIVE_MINUTES),
  ],
  { trustedProxyHops: () => config().trustedProxyHops },
);

/** The HTTP API for shipped software. No CORS: it is not called from pages. */
export const api = onRequest(
  {
    region: REGION,
    secrets: [...SECRETS],
    memory: '512MiB',
    concurrency: 80,
    // Bounds what a flood can cost; 100 instances answer tens of thousands a second.
    maxInstances: 100,
    invoker: 'public',
  },
  async (request, response) => {
    if (!isManagePath(request.url)) return handle(request, response);
    // Hosting sends these to a function of their own; whoever runs this one alone has them too, once asked for.
    const { serveManage } = await import('../manage/serve.ts');
    return serveManage(request, response);
  },
);
