import { newSecrets } from './lib/secrets.ts';
import { runVerb } from './lib/verb.ts';

/** Prints fresh secrets for a deployment, to be pasted where `npm run deploy` says; keeps no copy. */
await runVerb(async () => {
  for (const [name, value] of Object.entries(newSecrets())) process.stdout.write(`${name}\n${value}\n\n`);
  await Promise.resolve();
});
