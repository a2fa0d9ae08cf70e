import { Failure } from '../lib/failure.mjs';
import { runPackage } from '../lib/run.ts';
import { FIREBASE } from '../stack/firebaseCommand.ts';

/**
 * What the page is told about the project (WebConfig of web/src/firebase/config.ts). `url` is where shipped
 * software reaches the API, when that is not the project's own address.
 */
export async function webConfig(
  project: string,
  url: string | undefined,
  googleSignIn: boolean,
): Promise<object> {
  const args = ['apps:sdkconfig', 'web', '--project', project, '--json', '--non-interactive'];
  const { code, output } = await runPackage(FIREBASE, args);
  const sdkConfig = code === 0 ? readSdkConfig(output) : undefined;
  if (sdkConfig === undefined) {
    throw new Failure(
      `Project ${project} has no web app, or several. Make one: npx firebase apps:create web Latchkey --project ${project}`,
    );
  }
  return { ...sdkConfig, apiUrl: url ?? `https://${project}.web.app`, googleSignIn };
}

function readSdkConfig(output: string): object | undefined {
  try {
    const { result } = JSON.parse(output) as { result?: { sdkConfig?: object } };
    return result?.sdkConfig;
  } catch {
    return undefined;
  }
}
