import { ENVIRONMENTS, type Environment } from '@latchkey/domain/environment';
import { connectForAudit } from './audit/connect.ts';
import { report } from './audit/report.ts';
import { seenEnd } from './audit/seen.ts';
import { readArgs } from './lib/args.ts';
import { Failure } from './lib/failure.mjs';
import { runVerb } from './lib/verb.ts';

const usage =
  'npm run audit:verify -- [--env production] [--seen NUMBER:HASH] [--project ID] [--url https://...]';

/** Follows the chain of audit events; leaves with 1 where it is broken. */
await runVerb(async (args) => {
  const options = {
    env: { type: 'string' },
    seen: { type: 'string' },
    project: { type: 'string' },
    url: { type: 'string' },
  } as const;
  const given = readArgs(args, options, usage);
  const environments = given.env === undefined ? ENVIRONMENTS : [environmentOf(given.env)];
  if (given.seen !== undefined && given.env === undefined) {
    throw new Failure('An end that was noted belongs to one environment: name it with --env.');
  }
  const seen = given.seen === undefined ? null : seenEnd(given.seen);
  const connection = await connectForAudit(given.project, given.url);
  process.stdout.write(`Audit of ${connection.where}\n`);
  let broken = false;
  for (const environment of environments) {
    const outcome = await report(connection, environment, seen);
    process.stdout.write(`\n${outcome.text}\n`);
    broken ||= !outcome.whole;
  }
  return broken ? 1 : 0;
});

function environmentOf(text: string): Environment {
  const environment = ENVIRONMENTS.find((one) => one === text);
  if (environment === undefined) throw new Failure(`"${text}" is no environment. Usage: ${usage}`);
  return environment;
}
