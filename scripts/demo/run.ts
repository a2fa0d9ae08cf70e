/** Writes the demo data into the emulators that the environment names; a failure is one line on stderr. */
import { seedDemo } from './seed.ts';

try {
  await seedDemo({ projectId: process.env['GCLOUD_PROJECT'] ?? '', now: new Date() });
  // Connections to the emulators would keep the process alive.
  process.exit(0);
} catch (error) {
  // The stack is for the log file; the last line is for the user.
  const { stack, message } = error instanceof Error ? error : { stack: '', message: String(error) };
  process.stdout.write(`${stack}\n`);
  process.stderr.write(`${message.split('\n')[0]}\n`);
  process.exit(1);
}
