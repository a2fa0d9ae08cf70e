import type { Actor } from '@latchkey/domain/access/actor';
import type { Call } from '@latchkey/functions/operations/context';
import type { Store } from '@latchkey/functions/firestore/store';
import { bulkStore } from '@latchkey/functions/firestore/connection';
import { sharedTools } from '@latchkey/functions/tools';

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

export function before(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds);
}

/** Unlike a door, which gives up after seconds: an emulator that is still warming up may need them. */
let patient: Store | undefined;

/** A call that happens at the given moment. */
export function callAt(now: Date, actor: Actor): Call {
  const tools = sharedTools();
  patient ??= bulkStore();
  return { ...tools, store: patient, now, actor, requestId: tools.newId() };
}

/** The person in whose name the demo data was made. */
export const DEMO_ADMIN: Actor = { kind: 'person', uid: 'demo-admin', role: 'admin', name: 'Alex Admin' };

/** Runs tasks a few at a time; the emulator serves no more at once anyway. */
export async function inParallel(tasks: readonly (() => Promise<void>)[], width = 16): Promise<void> {
  const queue = tasks.values();
  const worker = async (): Promise<void> => {
    for (const task of queue) await task();
  };
  await Promise.all(Array.from({ length: width }, worker));
}
