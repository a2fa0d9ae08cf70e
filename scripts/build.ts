import { join } from 'node:path';
import { publish } from './build/cache.ts';
import { builtFunctions } from './build/functions.ts';
import { builtWeb } from './build/web.ts';
import { root } from './lib/paths.ts';
import { say } from './lib/progress.mjs';
import { runVerb } from './lib/verb.ts';

await runVerb(async () => {
  publish(await builtFunctions(), join(root, 'functions/deploy'));
  publish(await builtWeb(), join(root, 'web/dist'));
  say('Built functions/deploy and web/dist.');
});
