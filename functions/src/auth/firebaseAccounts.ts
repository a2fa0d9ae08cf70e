import type { Accounts } from '../operations/accounts.ts';

/** Accounts of Firebase Authentication; the SDK is loaded when somebody's access changes, not before. */
export async function firebaseAccounts(projectId: string): Promise<Accounts> {
  const [{ getApps, initializeApp }, { getAuth }] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/auth'),
  ]);
  const auth = getAuth(getApps()[0] ?? initializeApp({ projectId }));
  return {
    async ensure(email, name) {
      const displayName = name === null ? {} : { displayName: name };
      try {
        return (await auth.createUser({ email, ...displayName })).uid;
      } catch (error) {
        if (!isTaken(error)) throw error;
        return (await auth.getUserByEmail(email)).uid;
      }
    },
    async setClaims(uid, { role, customerId }) {
      await auth.setCustomUserClaims(uid, { ...(role && { role }), ...(customerId && { customerId }) });
    },
    async revokeSessions(uid) {
      await auth.revokeRefreshTokens(uid);
    },
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'auth/email-already-exists';
}
