import { firebaseApp, webConfig } from './app.ts';
import { toProblem, ProblemError } from './errors.ts';

type Functions = import('firebase/functions').Functions;
type Sdk = typeof import('firebase/functions');

let connection: Promise<{ readonly sdk: Sdk; readonly functions: Functions }> | undefined;

/** The SDK is only fetched when the first command is sent. */
function connect(): NonNullable<typeof connection> {
  connection ??= import('firebase/functions').then((sdk) => {
    const { emulators, region } = webConfig();
    const functions = sdk.getFunctions(firebaseApp(), region);
    if (emulators !== undefined) {
      sdk.connectFunctionsEmulator(functions, emulators.functions.host, emulators.functions.port);
    }
    return { sdk, functions };
  });
  connection.catch(() => (connection = undefined));
  return connection;
}

/**
 * A door of the server, typed: `const issue = callable<IssueRequest, IssueResult>('issueLicense')`. Dates
 * travel as ISO 8601 text. Every failure is thrown as a ProblemError, ready to be shown.
 * @param timeout milliseconds to wait for the answer; the library's 70 seconds unless told
 */
export function callable<Req, Res>(name: string, timeout?: number): (request: Req) => Promise<Res> {
  return async (request) => {
    try {
      const { sdk, functions } = await connect();
      const answer = await sdk.httpsCallable<Req, Res>(
        functions,
        name,
        timeout === undefined ? {} : { timeout },
      )(request);
      return answer.data;
    } catch (cause) {
      throw new ProblemError(toProblem(cause), { cause });
    }
  };
}
