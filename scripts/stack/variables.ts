import type { Ports } from './ports.ts';

/** Names that begin with "demo-" never reach a real project. */
export const PROJECT = 'demo-latchkey';

/** What a command beside a running stack needs to know, as environment variables. */
export interface StackVariables extends Record<string, string> {
  readonly LATCHKEY_URL: string;
  readonly GCLOUD_PROJECT: string;
  readonly FIRESTORE_EMULATOR_HOST: string;
  readonly FIREBASE_AUTH_EMULATOR_HOST: string;
  readonly FIREBASE_STORAGE_EMULATOR_HOST: string;
  /** Where mail that was sent can be read. */
  readonly LATCHKEY_MAIL_URL: string;
  /** The port on this machine that takes mail. */
  readonly LATCHKEY_SMTP_PORT: string;
  /** The demo receiver: the one address to which webhooks go without https. */
  readonly LATCHKEY_WEBHOOK_RECEIVER: string;
  /** The bucket with the files of releases, and where signed links to them lead. */
  readonly LATCHKEY_DOWNLOADS_BUCKET: string;
  readonly LATCHKEY_FILE_GATE: string;
}

export function variablesOf(ports: Ports): StackVariables {
  return {
    LATCHKEY_URL: `http://127.0.0.1:${ports.hosting}`,
    GCLOUD_PROJECT: PROJECT,
    FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}`,
    FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${ports.auth}`,
    FIREBASE_STORAGE_EMULATOR_HOST: `127.0.0.1:${ports.storage}`,
    LATCHKEY_MAIL_URL: `http://127.0.0.1:${ports.mail}`,
    LATCHKEY_SMTP_PORT: String(ports.smtp),
    LATCHKEY_WEBHOOK_RECEIVER: `http://127.0.0.1:${ports.webhooks}`,
    LATCHKEY_DOWNLOADS_BUCKET: `${PROJECT}.appspot.com`,
    LATCHKEY_FILE_GATE: `http://127.0.0.1:${ports.files}`,
  };
}

/** What the page is told about a local run (WebConfig of web/src/firebase/config.ts). */
export function pageConfig(ports: Ports): object {
  const at = (port: number) => ({ host: '127.0.0.1', port });
  return {
    projectId: PROJECT,
    apiKey: 'demo',
    authDomain: `127.0.0.1:${ports.auth}`,
    storageBucket: `${PROJECT}.appspot.com`,
    apiUrl: variablesOf(ports).LATCHKEY_URL,
    webhookReceiver: variablesOf(ports).LATCHKEY_WEBHOOK_RECEIVER,
    emulators: {
      auth: `http://127.0.0.1:${ports.auth}`,
      firestore: at(ports.firestore),
      functions: at(ports.functions),
      storage: at(ports.storage),
    },
  };
}
