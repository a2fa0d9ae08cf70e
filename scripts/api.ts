import { readArgs } from './lib/args.ts';
import { Failure } from './lib/failure.mjs';
import { runVerb } from './lib/verb.ts';
import { serveApi } from './api/serve.ts';

const usage = 'npm run api -- --port N [--limits]';

await runVerb(async (args) => {
  const options = { port: { type: 'string' }, limits: { type: 'boolean' } } as const;
  const { port: text = '', limits = false } = readArgs(args, options, usage);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`Which port? Usage: ${usage}`);
  await serveApi({ port, limits });
});
