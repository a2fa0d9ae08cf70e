import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ports } from './ports.ts';
import { PROJECT } from './variables.ts';

/**
 * The emulators ignore schedules, so the stack calls the scheduled functions itself. The first expiry sweep
 * comes late: the demo data has a license that is due and not yet swept.
 */
const scheduled = [
  { name: 'expireLicenses', everyMinutes: 10 },
  // Four times as often as in earnest: whoever tries the API looks at the demo receiver right away.
  { name: 'drainOutboxes', everyMinutes: 0.25 },
  { name: 'linkAuditEvents', everyMinutes: 1 },
  { name: 'applyRetention', everyMinutes: 24 * 60 },
  // Each hour in earnest: the demo has a license that comes within reach of a reminder soon after the start.
  { name: 'sendReminders', everyMinutes: 2 },
  { name: 'recordStatistics', everyMinutes: 60 },
  { name: 'detectAbuse', everyMinutes: 2 },
  { name: 'runJobs', everyMinutes: 1 },
] as const;

/** Starts the clockwork; call the result to stop it. What goes wrong is noted in the run's folder. */
export function startTicks(ports: Ports, folder: string): () => void {
  const timers = scheduled.map(({ name, everyMinutes }) =>
    setInterval(() => void tick(name, ports, folder), everyMinutes * 60_000),
  );
  // What a stack before has left under way goes on at once.
  void tick('runJobs', ports, folder);
  return () => timers.forEach((timer) => clearInterval(timer));
}

async function tick(name: string, ports: Ports, folder: string): Promise<void> {
  // The emulator serves a scheduled function over HTTP under its name and "-0".
  const url = `http://127.0.0.1:${ports.functions}/${PROJECT}/us-central1/${name}-0`;
  const outcome = await fetch(url, { method: 'POST' }).then(
    (response) => (response.ok ? undefined : `answered ${response.status}`),
    (error: unknown) => String(error),
  );
  if (outcome !== undefined) await appendFile(join(folder, 'ticks.log'), `${name} ${outcome}\n`);
}
