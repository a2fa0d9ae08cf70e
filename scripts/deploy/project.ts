import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { root } from '../lib/paths.ts';

/** The project to deploy to: the one asked for (an id or an alias), else the default of .firebaserc. */
export function projectOf(asked: string | undefined): string {
  const aliases = readAliases();
  const project = asked === undefined ? aliases['default'] : (aliases[asked] ?? asked);
  if (project === undefined) {
    throw new Failure(
      'Which Firebase project? Name it with npm run deploy -- --project ID, or make it the default with npx firebase use --add.',
    );
  }
  if (project.startsWith('demo-'))
    throw new Failure(`"${project}" is a name for local use and cannot be deployed to.`);
  return project;
}

function readAliases(): Partial<Record<string, string>> {
  const file = join(root, '.firebaserc');
  if (!existsSync(file)) return {};
  try {
    const { projects = {} } = JSON.parse(readFileSync(file, 'utf8')) as { projects?: Record<string, string> };
    return projects;
  } catch {
    throw new Failure('.firebaserc is not valid JSON.');
  }
}
