import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CoverageReport } from './rulesCoverage.ts';
import { documentFields, type Fields } from './rulesValues.ts';

/** The rules as they are deployed. */
export const RULES = readFileSync(new URL('../../firestore.rules', import.meta.url), 'utf8');

/** One operation a client may try. `where` is an equality filter; `limit` null sends no limit at all. */
export type Attempt =
  | { readonly op: 'get' | 'create' | 'update' | 'delete'; readonly path: string }
  | { readonly op: 'list'; readonly path: string; readonly limit: number | null; readonly where?: Fields };

/** A Firestore of its own inside the running emulator, with its own rules and documents. */
export interface Project {
  readonly id: string;
  readonly documents: string;
}

/** `host:port` of the emulator. Without one no rules test means anything, so say so and stop. */
export function emulatorAddress(): { host: string; port: number } {
  const [host, port] = (process.env['FIRESTORE_EMULATOR_HOST'] ?? '').split(':');
  if (!host || !port)
    throw new Error('FIRESTORE_EMULATOR_HOST is not set: run these tests through `npm test`.');
  return { host, port: Number(port) };
}

/** A new empty project; its name is unused, so that earlier runs leave nothing behind in it. */
export function newProject(name: string): Project {
  const id = `demo-rules-${name}-${randomUUID().slice(0, 8)}`;
  return { id, documents: `projects/${id}/databases/(default)/documents` };
}

/** Replaces the rules of a project; throws on rules that do not compile. */
export async function loadRules(project: Project, content: string): Promise<void> {
  const body = { rules: { files: [{ name: 'firestore.rules', content }] } };
  const answer = await call('PUT', `/emulator/v1/projects/${project.id}:securityRules`, 'owner', body);
  if (answer.status !== 200) throw new Error(`Rules refused: ${answer.text}`);
}

/** Removes every document of a project. */
export async function clear(project: Project): Promise<void> {
  const answer = await call('DELETE', `/emulator/v1/${project.documents}`, 'owner');
  if (answer.status !== 200) throw new Error(`Clearing failed: ${answer.text}`);
}

/** Writes documents past the rules, at most 500. */
export async function seed(project: Project, documents: ReadonlyMap<string, Fields>): Promise<void> {
  const writes = [...documents].map(([path, fields]) => ({ update: documentOf(project, path, fields) }));
  const answer = await call('POST', `/v1/${project.documents}:commit`, 'owner', { writes });
  if (answer.status !== 200) throw new Error(`Seeding failed: ${answer.text}`);
}

/** Whether the rules let the bearer of this token do it. A missing document is an answer, not a refusal. */
export async function isAllowed(project: Project, token: string | null, attempt: Attempt): Promise<boolean> {
  const answer = await send(project, token, attempt);
  if (answer.status === 403) return false;
  if (answer.status === 200 || answer.status === 404 || answer.status === 409) return true;
  throw new Error(`${attempt.op} ${attempt.path}: unexpected ${answer.status} ${answer.text}`);
}

/** A request in the very form it takes on the wire, for what the client library would never send. */
export function postAs(
  project: Project,
  token: string | null,
  suffix: string,
  body: object,
): Promise<Answer> {
  return call('POST', `/v1/${project.documents}${suffix}`, token, body);
}

/** The emulator's own report of what each expression of the rules has been seen to yield. */
export async function coverageReport(project: Project): Promise<CoverageReport> {
  const answer = await call('GET', `/emulator/v1/projects/${project.id}:ruleCoverage`, 'owner');
  if (answer.status !== 200) throw new Error(`No coverage report: ${answer.text}`);
  return JSON.parse(answer.text) as CoverageReport;
}

/** A token as the emulator takes it: readable claims, no signature. `authTime` in seconds. */
export function tokenFor(
  uid: string,
  authTime: number,
  claims: Readonly<Record<string, string | undefined>>,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const firebase = { sign_in_provider: 'password', identities: {} };
  const payload = {
    sub: uid,
    user_id: uid,
    auth_time: authTime,
    iat: authTime,
    exp: 4e9,
    firebase,
    ...claims,
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
}

function send(project: Project, token: string | null, attempt: Attempt): Promise<Answer> {
  const { op, path } = attempt;
  if (op === 'get') return call('GET', `/v1/${project.documents}/${path}`, token);
  if (op === 'list') {
    const parts = path.split('/');
    const structuredQuery = {
      from: [{ collectionId: parts.pop() }],
      ...(attempt.limit === null ? {} : { limit: attempt.limit }),
      ...(attempt.where ? { where: equals(attempt.where) } : {}),
    };
    const parent = ['', ...parts].join('/');
    return call('POST', `/v1/${project.documents}${parent}:runQuery`, token, { structuredQuery });
  }
  const write =
    op === 'delete'
      ? { delete: `${project.documents}/${path}` }
      : {
          update: documentOf(project, path, { role: 'owner' }),
          currentDocument: { exists: op === 'update' },
        };
  return call('POST', `/v1/${project.documents}:commit`, token, { writes: [write] });
}

function equals(where: Fields): object {
  const filters = Object.entries(documentFields(where)).map(([fieldPath, value]) =>
    'nullValue' in value
      ? { unaryFilter: { field: { fieldPath }, op: 'IS_NULL' } }
      : { fieldFilter: { field: { fieldPath }, op: 'EQUAL', value } },
  );
  return { compositeFilter: { op: 'AND', filters } };
}

function documentOf(project: Project, path: string, fields: Fields): object {
  return { name: `${project.documents}/${path}`, fields: documentFields(fields) };
}

/** Status and body of an answer. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

async function call(method: string, path: string, bearer: string | null, body?: object): Promise<Answer> {
  const { host, port } = emulatorAddress();
  const ask = () =>
    fetch(`http://${host}:${port}${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const response = await ask().catch((error: unknown) => {
    // The emulator closes connections that nobody has used for a while, perhaps just when somebody does again.
    if (wasClosed(error)) return ask();
    throw error;
  });
  return { status: response.status, text: await response.text() };
}

function wasClosed(error: unknown): boolean {
  const cause: unknown = error instanceof TypeError ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'UND_ERR_SOCKET';
}
