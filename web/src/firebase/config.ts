/** What the page must be told about where it runs; public by nature, no secret among it. */
export interface WebConfig {
  readonly projectId: string;
  readonly apiKey: string;
  readonly authDomain: string;
  readonly appId?: string;
  readonly storageBucket?: string;
  /** Where shipped software reaches the HTTP API; shown in the console, never guessed there. */
  readonly apiUrl: string;
  /** Region of the callables; the platform's default when absent. */
  readonly region?: string;
  readonly googleSignIn?: boolean;
  /** Of a local stack: its demo receiver of webhooks, the one address that needs no https. */
  readonly webhookReceiver?: string;
  readonly emulators?: {
    readonly auth: string;
    readonly firestore: HostAndPort;
    readonly functions: HostAndPort;
    readonly storage?: HostAndPort;
  };
}

export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/**
 * Reads the config that the deployment wrote into the page, or else asks the host (Firebase Hosting answers
 * under /__/firebase/init.json). Throws when neither knows.
 */
export async function loadConfig(page: Document = document): Promise<WebConfig> {
  const written: unknown = JSON.parse(page.getElementById('latchkey-config')?.textContent ?? 'null');
  if (isConfig(written)) return written;
  const response = await fetch('/__/firebase/init.json');
  if (!response.ok) throw new Error('This page has no configuration.');
  const hosted: unknown = { apiUrl: location.origin, ...(await response.json()) };
  if (!isConfig(hosted)) throw new Error('The configuration of this page is incomplete.');
  return hosted;
}

function isConfig(value: unknown): value is WebConfig {
  if (typeof value !== 'object' || value === null) return false;
  return ['projectId', 'apiKey', 'authDomain', 'apiUrl'].every((name) => {
    const field: unknown = Reflect.get(value, name);
    return typeof field === 'string' && field !== '';
  });
}
