import type { AuditDraft } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { IssueFacts } from '@latchkey/domain/license/issue';
import { issueLicense as issued } from '@latchkey/domain/license/issue';
import type { License } from '@latchkey/domain/license/license';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { licensePath } from '../../firestore/collections.ts';
import type { Snapshot, Write } from '../../firestore/store.ts';
import { ConflictError } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { issueFacts, issuePaths, newKey, newLicenseWrites } from '../issueLicense.ts';
import { sourcesUnchanged } from './sources.ts';

/** What licenses are made of, as it was read, with the writes that keep a commit to it. */
export interface Sources {
  readonly facts: IssueFacts;
  readonly checks: readonly Write[];
}

/** What came of it: the hint of each license by its id, or why none of those still missing was made. */
export type Made = { readonly ok: true; readonly hints: ReadonlyMap<string, string> } | Refusal;

/** Draws for one license before the form of keys counts as used up. */
const MAX_DRAWS = 20;
/** Tries of a whole commit before its licenses are made one by one. */
const MAX_TRIES = 4;

export async function readSources(
  call: Call,
  environment: Environment,
  of: { readonly productId: string; readonly generatorId: string },
): Promise<Sources> {
  return sourcesOf(environment, await call.store.getAll<never>(issuePaths(environment, of)));
}

/** The same of what was read already, in the order of `issuePaths`. */
export function sourcesOf(
  environment: Environment,
  [product, generator, settings]: readonly Snapshot<never>[],
): Sources {
  return {
    facts: issueFacts(environment, product, generator, settings),
    checks: sourcesUnchanged([product, generator]),
  };
}

/**
 * Makes the licenses that have these ids, available and each with its audit event, in one commit of 4
 * documents each. Those that are there already were made by an earlier run and stay: the same ids may be given
 * any number of times. A drawn key that is taken makes the commit fail as a whole, and others are drawn.
 *
 * @param read reads the sources again after a conflict, which may come from a change of theirs
 * @param again true where an earlier run may have made some: it is looked first
 * @throws UnavailableError when nothing is known about the commit; give the same ids again
 */
export async function makeLicenses(
  call: Call,
  environment: Environment,
  ids: readonly string[],
  sources: Sources,
  read: () => Promise<Sources>,
  again = false,
): Promise<Made> {
  const hints = new Map<string, string>();
  let missing = again ? await notThere(call, environment, ids, hints) : ids;
  let current = sources;
  for (let tries = 0; missing.length > 0 && tries < MAX_TRIES; tries++) {
    const outcome = await commitAll(call, environment, missing, current, hints);
    if (outcome === 'done') return { ok: true, hints };
    if (outcome !== 'conflict') return outcome;
    [missing, current] = await Promise.all([notThere(call, environment, missing, hints), read()]);
  }
  return oneByOne(call, environment, missing, read, hints);
}

async function commitAll(
  call: Call,
  environment: Environment,
  ids: readonly string[],
  { facts, checks }: Sources,
  hints: Map<string, string>,
): Promise<'done' | 'conflict' | Refusal> {
  const writes: Write[] = [...checks];
  const licenses: License[] = [];
  const audit: AuditDraft[] = [];
  const drawn = new Set<string>();
  for (const id of ids) {
    const made = { ...newKey(call, facts.generator), id };
    // Twice within one commit would be one record: an unlucky draw like any other.
    if (drawn.has(made.keyHash)) return 'conflict';
    drawn.add(made.keyHash);
    const decision = issued({ environment, customer: null }, facts, made, call.now);
    if (!decision.ok) return decision;
    licenses.push(decision.license);
    writes.push(...newLicenseWrites(decision.license, decision.private));
    audit.push(...decision.audit);
  }
  // All at once: whoever listens is told of them by one entry, not by one for each license.
  writes.push(...auditWrites(environment, call, audit));
  try {
    await call.store.commit(writes);
  } catch (error) {
    if (error instanceof ConflictError) return 'conflict';
    throw error;
  }
  for (const { id, keyHint } of licenses) hints.set(id, keyHint);
  return 'done';
}

/** Where keys run short, one taken key must not throw away a hundred good ones. */
async function oneByOne(
  call: Call,
  environment: Environment,
  ids: readonly string[],
  read: () => Promise<Sources>,
  hints: Map<string, string>,
): Promise<Made> {
  for (const id of ids) {
    for (let draws = 0; !hints.has(id); draws++) {
      if (draws === MAX_DRAWS) {
        return refuse(
          'KEYS_RUN_OUT',
          'Nearly every key that the generator can make exists already. Give it longer keys.',
        );
      }
      const outcome = await commitAll(call, environment, [id], await read(), hints);
      if (outcome === 'conflict') await notThere(call, environment, [id], hints);
      else if (outcome !== 'done') return outcome;
    }
  }
  return { ok: true, hints };
}

/** Those that are not there yet; of the others the hints are noted. */
async function notThere(
  call: Call,
  environment: Environment,
  ids: readonly string[],
  hints: Map<string, string>,
): Promise<readonly string[]> {
  const paths = ids.map((id) => licensePath(environment, id));
  const found = await call.store.getAll<Pick<License, 'keyHint'>>(paths, ['keyHint']);
  for (const { id, data } of found) if (data) hints.set(id, data.keyHint);
  return ids.filter((id) => !hints.has(id));
}
