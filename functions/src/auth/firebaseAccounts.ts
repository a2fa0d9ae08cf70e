import type { Accounts } from '../operations/accounts.ts';
import { sendPasswordLink } from './passwordLink.ts';

/** Accounts of Firebase Authentication; the SDK is loaded when somebody's access changes, not before. */
export async function firebaseAccounts(projectId: string): Promise<Accounts> {
  const [{ getApps, initializeApp }, { getAuth }] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/auth'),
  ]);
  const known = getApps().find(({ options }) => options.projectId === projectId);
  const auth = getAuth(known ?? initializeApp({ projectId }, `accounts of ${projectId}`));
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
    async setDisabled(uid, disabled) {
      await auth.updateUser(uid, { disabled });
    },
    async revokeSessions(uid) {
      await auth.revokeRefreshTokens(uid);
    },
    sendPasswordLink: (email) => sendPasswordLink(projectId, email),
    async passwordCode(email) {
      const link = new URL(await auth.generatePasswordResetLink(email));
      const code = link.searchParams.get('oobCode');
      if (code === null) throw new Error('the sign-in service gave a link without a code');
      return code;
    },
    async remove(uid) {
      try {
        await auth.deleteUser(uid);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
    async signIns(uids) {
      const { users } = await auth.getUsers(uids.map((uid) => ({ uid })));
      return users.map(({ uid, metadata, multiFactor }) => ({
        uid,
        lastSignInAt: lastSignIn(metadata),
        secondFactor: (multiFactor?.enrolledFactors.length ?? 0) > 0,
      }));
    },
  };
}

/** The emulator counts making an account as signing in; nobody really does both within a second. */
function lastSignIn({ creationTime, lastSignInTime }: { creationTime: string; lastSignInTime: string }) {
  return lastSignInTime && lastSignInTime !== creationTime ? new Date(lastSignInTime) : null;
}

function isTaken(error: unknown): boolean {
  return hasCode(error, 'auth/email-already-exists');
}

function isGone(error: unknown): boolean {
  return hasCode(error, 'auth/user-not-found');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
