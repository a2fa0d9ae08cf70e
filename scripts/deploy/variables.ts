import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Variables of a deployment (docs/operations.md): functions/.env, and functions/.env.PROJECT for one project alone.
 * firebase-tools looks for them beside what it deploys.
 */
export function copyVariables(project: string, from: string, to: string): void {
  for (const name of ['.env', `.env.${project}`]) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
}
