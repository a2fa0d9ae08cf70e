const SCOPE = 'https://www.googleapis.com/auth/datastore';
/** The library renews well before a token ends; asking it once a minute is enough and costs nothing. */
const ASK_AGAIN_MS = 60_000;

/**
 * The Authorization field for Google's service, from the credentials of the surroundings. The
 * library is loaded on first use: the emulator and the cold start of routes without data need none.
 */
export function serviceAuthorization(clock: () => number = Date.now): () => Promise<string> {
  let current: { header: Promise<string>; until: number } | undefined;
  const ask = async (): Promise<string> => {
    const client = await authClient();
    return `Bearer ${(await client.getAccessToken()) ?? ''}`;
  };
  return () => {
    if (current !== undefined && clock() < current.until) return current.header;
    const next = { header: ask(), until: clock() + ASK_AGAIN_MS };
    current = next;
    next.header.catch(() => {
      if (current === next) current = undefined;
    });
    return next.header;
  };
}

let client: Promise<{ getAccessToken(): Promise<string | null | undefined> }> | undefined;

function authClient() {
  client ??= import('google-auth-library').then(({ GoogleAuth }) => new GoogleAuth({ scopes: [SCOPE] }));
  return client;
}
