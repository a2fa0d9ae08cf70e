import { join } from 'node:path';
import { publish } from './build/cache.ts';
import { builtFunctions } from './build/functions.ts';
import { builtWeb } from './build/web.ts';
import { assertSecrets } from './deploy/secrets.ts';
import { projectOf } from './deploy/project.ts';
import { copyVariables } from './deploy/variables.ts';
import { webConfig } from './deploy/webConfig.ts';
import { readArgs } from './lib/args.ts';
import { Failure } from './lib/failure.mjs';
import { root } from './lib/paths.ts';
import { runPackage } from './lib/run.ts';
import { runVerb } from './lib/verb.ts';
import { FIREBASE } from './stack/firebaseCommand.ts';
import { writePage } from './stack/page.ts';

const usage = 'npm run deploy -- [--project ID] [--url https://...] [--google-sign-in]';

await runVerb(async (args) => {
  const options = {
    project: { type: 'string' },
    url: { type: 'string' },
    'google-sign-in': { type: 'boolean' },
  } as const;
  const given = readArgs(args, options, usage);
  const project = projectOf(given.project);
  await assertSecrets(project);
  const config = await webConfig(project, given.url, given['google-sign-in'] ?? false);

  publish(await builtFunctions(), join(root, 'functions/deploy'));
  copyVariables(project, join(root, 'functions'), join(root, 'functions/deploy'));
  writePage(await builtWeb(), join(root, 'web/dist'), config);
  const { code } = await runPackage(FIREBASE, ['deploy', '--project', project], { shown: true });
  if (code !== 0) throw new Failure('The deployment did not go through; firebase-tools says why above.');
});
