import type { Actor } from '@latchkey/domain/access/actor';
import type { Call, Tools } from '@latchkey/functions/operations/context';
import { sharedTools } from '@latchkey/functions/tools';
import { draftStore } from './draftStore.ts';

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

export function before(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds);
}

/** Everything is drafted here first and goes to the emulator when it is complete. */
export const draft = draftStore();

/** What operations need, with the draft in place of the emulator. */
export function demoTools(): Tools {
  return { ...sharedTools(), store: draft };
}

/** A call that happens at the given moment. */
export function callAt(now: Date, actor: Actor): Call {
  const tools = demoTools();
  return { ...tools, now, actor, requestId: tools.newId() };
}

/** The person in whose name the demo data was made. */
export const DEMO_ADMIN: Actor = { kind: 'person', uid: 'demo-admin', role: 'admin', name: 'Alex Admin' };

/** Runs tasks a few at a time. */
export async function inParallel(tasks: readonly (() => Promise<void>)[], width = 16): Promise<void> {
  const queue = tasks.values();
  const worker = async (): Promise<void> => {
    for (const task of queue) await task();
  };
  await Promise.all(Array.from({ length: width }, worker));
}
