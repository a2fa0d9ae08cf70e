/** What the surroundings say, read once. Secrets are not here: crypto/ reads them where they are used. */
export interface Config {
  readonly projectId: string;
  readonly region: string;
  readonly firestoreEmulatorHost: string | undefined;
  /** Where only Firestore is emulated there is no queue to be had; the clock's ticks run the jobs then. */
  readonly taskQueue: boolean;
  /** LATCHKEY_RATE_LIMITS=off is for load and race runs. */
  readonly rateLimits: boolean;
  /**
   * LATCHKEY_WEBHOOK_RECEIVER: the one origin on this machine to which webhooks go without https, the demo
   * receiver of a local stack. null in every deployment, whatever the variable says.
   */
  readonly webhookReceiver: string | null;
  /** How many entries at the right end of X-Forwarded-For were written by proxies we trust. */
  readonly trustedProxyHops: number;
  /**
   * Name of the field in which a proxy of ours tells the caller's country, in two letters (a load balancer's
   * `{client_region}`, say); null = nobody tells it. Only name a field that the proxy itself always sets.
   */
  readonly countryHeader: string | null;
}

/** Where every function runs; hosting rewrites name it too. */
export const REGION = 'us-central1';

/** A setting is missing or malformed. Callers see 503, the log sees which one. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly variable: string;
  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`);
    this.variable = variable;
  }
}

let current: Config | undefined;

export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    projectId: projectId(env),
    region: env['FUNCTION_REGION'] || REGION,
    firestoreEmulatorHost: env['FIRESTORE_EMULATOR_HOST'] || undefined,
    taskQueue: !env['FIRESTORE_EMULATOR_HOST'] || Boolean(env['CLOUD_TASKS_EMULATOR_HOST']),
    rateLimits: env['LATCHKEY_RATE_LIMITS'] !== 'off',
    webhookReceiver: webhookReceiver(env),
    trustedProxyHops: trustedProxyHops(env),
    countryHeader: countryHeader(env),
  };
}

function projectId(env: Readonly<Record<string, string | undefined>>): string {
  const id = env['GCLOUD_PROJECT'] || env['GOOGLE_CLOUD_PROJECT'];
  if (!id) throw new ConfigurationError('GCLOUD_PROJECT', 'is not set');
  return id;
}

function countryHeader(env: Readonly<Record<string, string | undefined>>): string | null {
  const name = env['LATCHKEY_COUNTRY_HEADER'];
  if (name === undefined || name === '') return null;
  if (!/^[A-Za-z0-9-]{1,64}$/.test(name)) {
    throw new ConfigurationError('LATCHKEY_COUNTRY_HEADER', 'must be the name of a header field');
  }
  return name.toLowerCase();
}

/** Only beside a Firestore emulator, and only a port of the loopback address. */
function webhookReceiver(env: Readonly<Record<string, string | undefined>>): string | null {
  const stated = env['LATCHKEY_WEBHOOK_RECEIVER'];
  if (!env['FIRESTORE_EMULATOR_HOST'] || !stated) return null;
  if (/^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(stated)) return stated;
  throw new ConfigurationError('LATCHKEY_WEBHOOK_RECEIVER', 'must be like http://127.0.0.1:1090');
}

/**
 * Anyone may send an X-Forwarded-For of their own; each proxy appends the address it saw. So only
 * entries counted from the right are worth anything, and only as many as there are proxies of ours.
 * Google's front end in front of Cloud Run (which sets K_SERVICE) is one. Locally there is none and
 * the socket's address counts; the functions emulator sets K_SERVICE too, but no front end is there.
 * Through Hosting the field arrives as `caller, edge`: with 1 all its callers count as the edge, with
 * LATCHKEY_TRUSTED_PROXY_HOPS=2 each counts alone, but whoever goes round Hosting by the function's
 * own URL may then name any address (limits per key hold all the same).
 */
function trustedProxyHops(env: Readonly<Record<string, string | undefined>>): number {
  const stated = env['LATCHKEY_TRUSTED_PROXY_HOPS'];
  if (stated === undefined || stated === '') {
    return env['K_SERVICE'] !== undefined && env['FUNCTIONS_EMULATOR'] !== 'true' ? 1 : 0;
  }
  const hops = Number(stated);
  if (!Number.isInteger(hops) || hops < 0 || hops > 10) {
    throw new ConfigurationError('LATCHKEY_TRUSTED_PROXY_HOPS', 'must be a whole number from 0 to 10');
  }
  return hops;
}
