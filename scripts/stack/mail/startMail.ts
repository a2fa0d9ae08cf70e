import type { Ports } from '../ports.ts';
import { startMailSink } from './mailSink.ts';
import { startViewer } from './viewer.ts';

/** The mail of a stack: a server that takes it, and pages on which it can be read. */
export async function startMail(ports: Ports): Promise<{ close(): Promise<void> }> {
  const sink = await startMailSink({ port: ports.smtp });
  const viewer = await startViewer(sink, ports.mail);
  return {
    close: async () => {
      await Promise.all([sink.close(), viewer.close()]);
    },
  };
}
