import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface WriteOrder {
  /** By the product's job, or the same documents in bare batches. */
  readonly side: 'job' | 'bare';
  /** Licenses of the whole job; the bare side has none. */
  readonly quantity: number;
  /** Licenses to be written now, about as many at least: part of a job, or several jobs. */
  readonly licenses: number;
}

export interface Written {
  /** Documents. */
  readonly perSecond: number;
  /** Whether no job is left half done. */
  readonly ended: boolean;
  /** Most resident memory of the process meanwhile. */
  readonly megabytes: number;
}

export interface Writer {
  write(order: WriteOrder): Promise<Written>;
  stop(): Promise<void>;
}

/** What Node itself takes in the 512 MiB that the function of the jobs is deployed with; here it would see the whole machine. */
const HEAP = '--max-old-space-size=256';

/** A process that writes to a Firestore project of its own. */
export function writer(project: string): Writer {
  const env = { ...process.env, GCLOUD_PROJECT: project };
  const child = fork(join(import.meta.dirname, 'writerProcess.ts'), {
    env,
    execArgv: [...process.execArgv, HEAP],
  });
  const gone = once(child, 'exit');
  return {
    async write(order) {
      const result = once(child, 'message') as Promise<[Written]>;
      child.send(order);
      const broken = gone.then(() => Promise.reject(new Error('the writer has ended')));
      return (await Promise.race([result, broken]))[0];
    },
    async stop() {
      child.kill();
      await gone;
    },
  };
}

/** Empties a project of the emulator. */
export async function forget(project: string): Promise<void> {
  const host = process.env['FIRESTORE_EMULATOR_HOST'] ?? '';
  const path = `/emulator/v1/projects/${project}/databases/(default)/documents`;
  await fetch(`http://${host}${path}`, { method: 'DELETE' });
}
