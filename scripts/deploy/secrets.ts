import { Failure } from '../lib/failure.mjs';
import { newSecrets } from '../lib/secrets.ts';
import { step } from '../lib/progress.mjs';
import { runPackage } from '../lib/run.ts';
import { FIREBASE } from '../stack/firebaseCommand.ts';

/** Fails with the commands to run when a secret that the functions need is not in Secret Manager. */
export async function assertSecrets(project: string): Promise<void> {
  const names = Object.keys(newSecrets());
  const missing = await step('Looking for the secrets', async () => {
    const found = await Promise.all(names.map((name) => exists(name, project)));
    return names.filter((_, index) => found[index] === false);
  });
  if (missing.length === 0) return;
  const commands = missing.map((name) => `  npx firebase functions:secrets:set ${name} --project ${project}`);
  throw new Failure(
    `Secret Manager of ${project} lacks ${missing.join(' and ')}. Make fresh ones with\n` +
      '  node scripts/run.mjs make-secrets\n' +
      `and paste each where it is asked for:\n${commands.join('\n')}\n` +
      'Set LATCHKEY_KEY_PEPPER once and never change it: license keys are found by it.',
  );
}

async function exists(name: string, project: string): Promise<boolean> {
  const args = ['functions:secrets:get', name, '--project', project, '--non-interactive'];
  const { code, output } = await runPackage(FIREBASE, args);
  if (code === 0) return true;
  if (/NOT_FOUND|404|not found/i.test(output)) return false;
  throw new Failure(explain(output, project));
}

function explain(output: string, project: string): string {
  if (/login|authenticat|credential/i.test(output)) {
    return 'You are not signed in: run npx firebase login, or set GOOGLE_APPLICATION_CREDENTIALS, then try again.';
  }
  const said = output.trim().split('\n').at(-1) ?? '';
  return `Secret Manager of ${project} could not be asked: ${said}`;
}
