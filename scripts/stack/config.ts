import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../lib/paths.ts';
import type { Ports } from './ports.ts';

interface Header {
  key: string;
  value: string;
}

/** The parts of firebase.json that a local run changes; the rest is taken over as it is. */
interface FirebaseJson {
  firestore: { rules: string; indexes: string };
  storage: { rules: string };
  functions: { source: string };
  hosting: { public: string; headers: { headers: Header[] }[] };
  emulators: Record<string, unknown>;
}

/**
 * Writes the firebase.json of one local run: the project's own, with this run's ports, its copy of the page
 * and its bundle of the functions. Rules stay those of the project, so that an edit is seen at once.
 */
export function writeRunConfig(folder: string, ports: Ports, functionsFolder: string): string {
  const config = JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')) as FirebaseJson;
  const { firestore, storage } = config;
  config.firestore = { rules: join(root, firestore.rules), indexes: join(root, firestore.indexes) };
  config.storage = { rules: join(root, storage.rules) };
  // These two firebase-tools always takes as relative to this file.
  config.functions.source = relative(folder, functionsFolder);
  config.hosting.public = 'public';
  for (const { headers } of config.hosting.headers)
    headers.forEach((header) => letEmulatorsIn(header, ports));
  config.emulators = emulators(ports);
  const file = join(folder, 'firebase.json');
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
  return file;
}

function emulators(ports: Ports): Record<string, unknown> {
  const {
    firestoreWebsocket,
    firestore,
    smtp: _smtp,
    mail: _mail,
    webhooks: _webhooks,
    files: _files,
    ...plain
  } = ports;
  const at = (port: number) => ({ host: '127.0.0.1', port });
  const others = Object.entries(plain).map(([name, port]) => [name, at(port)] as const);
  return {
    ...Object.fromEntries(others),
    firestore: { ...at(firestore), websocketPort: firestoreWebsocket },
    singleProjectMode: true,
    ui: { enabled: false },
  };
}

/** The content security policy names the services by their real addresses; here they live on local ports. */
function letEmulatorsIn(header: Header, ports: Ports): void {
  if (header.key !== 'Content-Security-Policy') return;
  const services = [ports.auth, ports.firestore, ports.functions, ports.storage];
  const origins = services.map((port) => `http://127.0.0.1:${port}`).join(' ');
  header.value = header.value
    .replace("connect-src 'self'", `connect-src 'self' ${origins}`)
    .replace('frame-src', `frame-src http://127.0.0.1:${ports.auth}`);
}
