import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';

/** Demo sign-ins start with a known password; real people choose theirs by invitation. */
export async function setPassword(projectId: string, uid: string, password: string): Promise<void> {
  const app = getApps()[0] ?? initializeApp({ projectId });
  await getAuth(app).updateUser(uid, { password, emailVerified: true });
}
