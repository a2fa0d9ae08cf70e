import {
  browserLocalPersistence,
  browserPopupRedirectResolver,
  confirmPasswordReset,
  connectAuthEmulator,
  EmailAuthProvider,
  GoogleAuthProvider,
  indexedDBLocalPersistence,
  initializeAuth,
  onIdTokenChanged,
  reauthenticateWithCredential,
  reauthenticateWithPopup,
  sendPasswordResetEmail,
  signInWithEmailAndPassword,
  signInWithPopup,
  signOut,
  updatePassword,
  verifyPasswordResetCode,
  type Auth,
  type User,
} from 'firebase/auth';
import { firebaseApp, webConfig } from './app.ts';
import { withSecondFactor } from './secondFactor.ts';

/** The signed-in person as the token tells it; claims are raw, nobody has judged them yet. */
export interface SignedIn {
  readonly uid: string;
  readonly email: string;
  readonly name: string | null;
  readonly hasPassword: boolean;
  readonly claims: Readonly<Record<string, unknown>>;
  /** When the person last proved who they are. */
  readonly authTime: Date;
}

let instance: Auth | undefined;

function auth(): Auth {
  if (instance === undefined) {
    instance = initializeAuth(firebaseApp(), {
      persistence: [indexedDBLocalPersistence, browserLocalPersistence],
    });
    const url = webConfig().emulators?.auth;
    if (url !== undefined) connectAuthEmulator(instance, url, { disableWarnings: true });
  }
  return instance;
}

/** For the parts of this folder that work on the account itself. */
export function currentUser(): User | null {
  return auth().currentUser;
}

/** How the account of the signed-in person can be signed in to: "password", "google.com". */
export function signInProviders(): string[] {
  return currentUser()?.providerData.map(({ providerId }) => providerId) ?? [];
}

/** Calls back with who is signed in, now and whenever that or the token changes; null = nobody. */
export function watchSignedIn(onChange: (person: SignedIn | null) => void): () => void {
  const tell = async (user: User): Promise<void> => {
    const person = await describe(user).catch(() => null);
    if (auth().currentUser === user) onChange(person);
  };
  return onIdTokenChanged(auth(), (user) => {
    if (user === null) onChange(null);
    else void tell(user);
  });
}

async function describe(user: User): Promise<SignedIn> {
  const token = await user.getIdTokenResult();
  return {
    uid: user.uid,
    email: user.email ?? '',
    name: user.displayName,
    hasPassword: user.providerData.some((provider) => provider.providerId === 'password'),
    claims: token.claims,
    authTime: new Date(token.authTime),
  };
}

export async function signInWithPassword(email: string, password: string): Promise<void> {
  await withSecondFactor(auth(), () => signInWithEmailAndPassword(auth(), email, password));
}

export async function signInWithGoogle(): Promise<void> {
  await withSecondFactor(auth(), () =>
    signInWithPopup(auth(), new GoogleAuthProvider(), browserPopupRedirectResolver),
  );
}

/** Fetches a new token, so that claims set a moment ago are seen; fails when sign-ins were revoked. */
export async function refreshToken(): Promise<void> {
  await auth().currentUser?.getIdToken(true);
}

export async function endSignIn(): Promise<void> {
  await signOut(auth());
}

/** Sends a reset link. Whoever calls it gives the same answer whether the address is known or not. */
export async function requestPasswordReset(email: string): Promise<void> {
  await sendPasswordResetEmail(auth(), email);
}

/** The address a reset code was made for; fails when the code is used up or too old. */
export async function checkResetCode(code: string): Promise<string> {
  return verifyPasswordResetCode(auth(), code);
}

export async function setPasswordByCode(code: string, password: string): Promise<void> {
  await confirmPasswordReset(auth(), code, password);
}

/** Proves again who is signed in, for acts that ask for a fresh sign-in. */
export async function proveIdentity(password: string): Promise<void> {
  const user = auth().currentUser;
  if (user?.email == null) throw new Error('Nobody is signed in.');
  const credential = EmailAuthProvider.credential(user.email, password);
  await withSecondFactor(auth(), () => reauthenticateWithCredential(user, credential));
}

/** The same for an account that signs in with Google, in Google's own window. */
export async function proveIdentityWithGoogle(): Promise<void> {
  const user = auth().currentUser;
  if (user === null) throw new Error('Nobody is signed in.');
  const provider = new GoogleAuthProvider();
  if (user.email !== null) provider.setCustomParameters({ login_hint: user.email });
  await withSecondFactor(auth(), () => reauthenticateWithPopup(user, provider, browserPopupRedirectResolver));
}

export async function changePassword(current: string, next: string): Promise<void> {
  await proveIdentity(current);
  const user = auth().currentUser;
  if (user !== null) await updatePassword(user, next);
}
