import type { ApiPermission } from '@latchkey/domain/access/apiPermissions';
import type { Actor } from '@latchkey/domain/access/actor';
import type { ApiKey } from '@latchkey/domain/apiKey/apiKey';
import type { Environment } from '@latchkey/domain/environment';
import type { OfflineFile } from '@latchkey/domain/wire/offlineFile';
import type * as z from 'zod';
import type { Accounts } from '../operations/accounts.ts';
import type { Call } from '../operations/context.ts';
import type { OfflineContents } from '../operations/issueOfflineFile.ts';
import type { Write } from '../firestore/store.ts';
import { checked } from './checked.ts';
import type { Decided } from './refusal.ts';

/** What follows a commit, and the services behind it; tests put others in. */
export interface Surroundings {
  accounts(): Promise<Accounts>;
  /** Does at once what the commit left in the outbox. */
  nudge(call: Call, environment: Environment): Promise<void>;
  enqueue(job: { readonly environment: Environment; readonly jobId: string }): Promise<void>;
  /** Has webhook deliveries that are due leave at once. */
  send(due: { readonly environment: Environment }): Promise<void>;
  /** Signs what an offline file has to say. */
  signOfflineFile(contents: OfflineContents, now: Date): Promise<OfflineFile>;
  /** Lets a sign-in account follow what is stored. */
  follow(call: Call, uid: string, writes: readonly Write[]): Promise<void>;
}

/** One request of a program, after it has shown who it is. */
export interface Asked {
  readonly environment: Environment;
  readonly apiKey: ApiKey;
  readonly actor: Extract<Actor, { kind: 'api-key' }>;
  readonly now: Date;
  /** For what the request is about: its commits take effect once. */
  readonly call: Call;
  /** For what follows. */
  readonly after: Call;
  readonly around: Surroundings;
  /** The revision that If-Match names; null = whatever there is. */
  readonly revision: number | null;
  /** Names this request and its repeats. */
  readonly requestName: string;
}

export interface Reply {
  readonly status?: 200 | 201 | 202 | 204;
  readonly body: object | null;
  /** Named in the ETag. */
  readonly revision?: number;
  /** Where the record that was made is. */
  readonly location?: string;
}

export interface RawAsked extends Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
}

interface Described {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Below /v1/manage, with {names}. */
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly permission: ApiPermission;
  /** Whether a key that is limited to products may ask; it then sees what is theirs only. */
  readonly scope: 'products' | 'everything';
  /** What a good answer is; null = nothing (204). */
  readonly answer: z.ZodType | null;
  readonly status?: 200 | 201 | 202 | 204;
  /** Answers carry an ETag; with `if-match` the request may name one. */
  readonly etag?: 'given' | 'if-match';
  /** Statuses of decisions against it, besides those that any request may meet. */
  readonly refuses?: readonly (404 | 409 | 412 | 422)[];
  /** A body as an example. */
  readonly example?: object;
}

export interface ManageRoute extends Described {
  readonly params: z.ZodType | null;
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  readonly run: (raw: RawAsked) => Promise<Reply | Decided>;
}

/** One operation of the API: what it is called, what it takes, and the operation of the house behind it. */
export function route<
  P extends z.ZodType = z.ZodType<unknown>,
  Q extends z.ZodType = z.ZodType<unknown>,
  B extends z.ZodType = z.ZodType<unknown>,
>(
  described: Described & Shapes<P, Q, B>,
  handle: (
    asked: Asked & { readonly params: z.output<P>; readonly query: z.output<Q>; readonly body: z.output<B> },
  ) => Promise<Reply | Decided>,
): ManageRoute {
  const { params, query, body } = described;
  return {
    ...described,
    params: params ?? null,
    query: query ?? null,
    body: body ?? null,
    run: async (raw) =>
      handle({
        ...raw,
        params: checked(params, raw.params, 'in the address'),
        query: checked(query, raw.query, 'in the query'),
        body: checked(body, raw.body, 'in the body'),
      }),
  };
}

export function isWrite({ method }: Pick<ManageRoute, 'method'>): boolean {
  return method !== 'get';
}
