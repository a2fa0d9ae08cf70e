const SCOPE = 'https://www.googleapis.com/auth/identitytoolkit';
const DEADLINE_MS = 10_000;

/**
 * Asks Firebase Authentication to mail a link by which somebody chooses a password. It is the service's own
 * mail, so it works before any other mail is set up; the emulator keeps the code instead (oobCodes).
 */
export async function sendPasswordLink(projectId: string, email: string): Promise<void> {
  const emulator = process.env['FIREBASE_AUTH_EMULATOR_HOST'];
  const host = 'identitytoolkit.googleapis.com';
  const base = emulator ? `http://${emulator}/${host}` : `https://${host}`;
  const response = await fetch(`${base}/v1/projects/${projectId}/accounts:sendOobCode`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: await authorization(Boolean(emulator)) },
    body: JSON.stringify({ requestType: 'PASSWORD_RESET', email }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  // The answer repeats the address, which has no business in a log.
  if (!response.ok) throw new Error(`the sign-in service sent no mail: HTTP ${response.status}`);
}

async function authorization(emulated: boolean): Promise<string> {
  if (emulated) return 'Bearer owner';
  const { GoogleAuth } = await import('google-auth-library');
  return `Bearer ${(await new GoogleAuth({ scopes: [SCOPE] }).getAccessToken()) ?? ''}`;
}
