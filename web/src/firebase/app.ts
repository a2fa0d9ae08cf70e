import { initializeApp, type FirebaseApp } from 'firebase/app';
import type { WebConfig } from './config.ts';

let running: { readonly app: FirebaseApp; readonly config: WebConfig } | undefined;

/** Starts the Firebase app; once, before anything else of this folder is used. */
export function startFirebase(config: WebConfig): void {
  const { projectId, apiKey, authDomain, appId, storageBucket } = config;
  const options = {
    projectId,
    apiKey,
    authDomain,
    ...(appId && { appId }),
    ...(storageBucket && { storageBucket }),
  };
  running = { app: initializeApp(options), config };
}

export function firebaseApp(): FirebaseApp {
  return started().app;
}

export function webConfig(): WebConfig {
  return started().config;
}

function started(): NonNullable<typeof running> {
  if (running === undefined) throw new Error('startFirebase() has not been called.');
  return running;
}
