const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

let auth: Promise<import('google-auth-library').GoogleAuth> | undefined;

/** Google's credentials of the surroundings; the library is loaded when a file is first dealt with. */
export function googleAuth(): Promise<import('google-auth-library').GoogleAuth> {
  auth ??= import('google-auth-library').then(({ GoogleAuth }) => new GoogleAuth({ scopes: [SCOPE] }));
  return auth;
}
