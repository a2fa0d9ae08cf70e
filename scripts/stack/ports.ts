import { createServer } from 'node:net';
import { Failure } from '../lib/failure.mjs';

/** Every port of a stack at offset 0. All are named, so that no emulator picks one by itself. */
const base = {
  hosting: 5000,
  functions: 5001,
  firestore: 8080,
  firestoreWebsocket: 9150,
  auth: 9099,
  storage: 9199,
  hub: 4400,
  logging: 4500,
  tasks: 9499,
  eventarc: 9299,
  /** Where the functions bring mail, and where it can be read. */
  smtp: 1025,
  mail: 1080,
  /** The demo receiver of webhooks. */
  webhooks: 1090,
  /** Where signed links to files lead. */
  files: 9188,
} as const;

export type PortName = keyof typeof base;
export type Ports = Readonly<Record<PortName, number>>;

const names = Object.keys(base) as PortName[];
const largestOffset = 65_535 - Math.max(...Object.values(base));

export function portsAt(offset: number): Ports {
  return Object.fromEntries(names.map((name) => [name, base[name] + offset])) as Ports;
}

/** LATCHKEY_PORT_OFFSET, or 0. */
export function offsetFromEnvironment(): number {
  const text = process.env['LATCHKEY_PORT_OFFSET'] ?? '0';
  const offset = Number(text || '0');
  if (Number.isInteger(offset) && offset >= 0 && offset <= largestOffset) return offset;
  throw new Failure(`LATCHKEY_PORT_OFFSET must be a whole number from 0 to ${largestOffset}, not "${text}".`);
}

/** Fails with one sentence when something already listens on one of the ports. */
export async function assertFree(ports: Ports): Promise<void> {
  const taken = await firstTaken(ports);
  if (taken === undefined) return;
  throw new Failure(
    `Port ${ports[taken]} (${taken}) is taken: stop what runs there, perhaps another Latchkey, ` +
      'or start beside it with LATCHKEY_PORT_OFFSET=100 (or any other number) in front of the command.',
  );
}

/** An offset at which all ports are free, below the range that systems hand out for outgoing connections. */
export async function freeOffset(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const offset = 12_000 + 10 * Math.floor(Math.random() * 1000);
    if ((await firstTaken(portsAt(offset))) === undefined) return offset;
  }
  throw new Failure('No free ports were found for a test stack.');
}

async function firstTaken(ports: Ports): Promise<PortName | undefined> {
  for (const name of names) if (!(await isFree(ports[name]))) return name;
  return undefined;
}

/** Whether nobody listens on that port, neither on the loopback address nor on all addresses. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, ...(host !== undefined && { host }) }, () => server.close(() => resolve(true)));
  });
}
