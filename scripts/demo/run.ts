import { seedDemo } from './seed.ts';

await seedDemo({ projectId: process.env['GCLOUD_PROJECT'] ?? '', now: new Date() });
// Connections to the emulators would keep the process alive.
process.exit();
