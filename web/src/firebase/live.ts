import type { InjectionKey } from 'vue';
import type { LiveSource } from './description.ts';

/** Gives a stand-in for Firestore to the components below. */
export const liveSourceKey: InjectionKey<() => Promise<LiveSource>> = Symbol('live source');

let firestore: Promise<typeof import('./firestore.ts')> | undefined;

/** Firestore's SDK is large: it is fetched when the first list or document is shown, and not before. */
export async function loadFirestore(): Promise<LiveSource> {
  firestore ??= import('./firestore.ts');
  // A failed fetch is not remembered, so that trying again tries again.
  firestore.catch(() => (firestore = undefined));
  return (await firestore).firestoreSource;
}

/** Ends every listener and forgets what was read; on sign-out. Does nothing if nothing was ever read. */
export async function forgetLiveData(): Promise<void> {
  if (firestore !== undefined) await (await firestore).closeFirestore();
}
