import type { ManageProblem } from '@latchkey/domain/wire/manage/common';
import type { KeptAnswer } from '../operations/manage/onceOnly.ts';
import { etagOf } from './etag.ts';
import type { Decided } from './refusal.ts';
import { ManageRefusal, statusAndTitle } from './refusal.ts';
import type { ManageRoute, Reply } from './route.ts';

/** What an operation came to, as it is sent and kept for repeats. */
export function answerOf(route: ManageRoute, outcome: Reply | Decided, requestId: string): KeptAnswer {
  if ('ok' in outcome) return problemOf(new ManageRefusal(outcome.code, outcome.reason), requestId);
  const { status = route.status ?? 200, body, revision, location } = outcome;
  const headers = {
    ...(body !== null && { 'content-type': 'application/json; charset=utf-8' }),
    ...(revision !== undefined && { etag: etagOf(revision) }),
    ...(location !== undefined && { location }),
  };
  return { status, headers, body: body === null ? '' : JSON.stringify(body) };
}

/** RFC 9457. No stack, no key; nothing of the request is ever repeated. */
export function problemOf(refusal: ManageRefusal, requestId: string): KeptAnswer {
  const { status, title } = statusAndTitle(refusal.code);
  const problem: ManageProblem = {
    type: 'about:blank',
    status,
    code: refusal.code,
    title,
    detail: refusal.message,
    requestId,
    ...(refusal.errors && { errors: [...refusal.errors] }),
  };
  const headers = { ...refusal.headers, 'content-type': 'application/problem+json' };
  return { status, headers, body: JSON.stringify(problem) };
}
