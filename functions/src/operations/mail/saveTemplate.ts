import { difference, otherEvent } from '@latchkey/domain/audit/draft';
import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import type { MailKind } from '@latchkey/domain/mail/kinds';
import { checkTemplate, readTemplate } from '@latchkey/domain/mail/template';
import type { MailTemplate } from '@latchkey/domain/mail/templates';
import { DEFAULT_TEMPLATES } from '@latchkey/domain/mail/templates';
import { revisionOf } from '@latchkey/domain/settings/save';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { templatePath } from './mailing.ts';

export interface AskedTemplate {
  readonly kind: MailKind;
  /** The revision that the change was made on; 0 = nobody has written one. */
  readonly revision: number;
  /** null = as it is by itself. */
  readonly template: MailTemplate | null;
}

/** Saves what a kind of mail says in an environment, with its event in the same commit. */
export async function saveTemplate(
  call: Call,
  environment: Environment,
  { kind, revision, template }: AskedTemplate,
): Promise<{ ok: true; revision: number } | Refusal> {
  const faults = template ? checkTemplate(kind, template) : { subject: null, body: null };
  const wrong = [faults.subject, faults.body].filter((fault) => fault !== null);
  if (wrong.length > 0) return refuse('SETTINGS_WRONG', wrong.join(' '));
  const path = templatePath(environment, kind);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<{ revision?: unknown }>([path]);
    const known = revisionOf(snapshot?.data);
    if (known !== revision) {
      const reason = 'Somebody changed this template meanwhile. Look at what it says now, then try again.';
      return refuse('CHANGED_MEANWHILE', reason);
    }
    const after = template ?? DEFAULT_TEMPLATES[kind];
    const changes = Object.fromEntries(
      Object.entries(difference(readTemplate(kind, snapshot?.data), after)).map(([field, values]) => [
        `template-${kind}.${field}`,
        values,
      ]),
    );
    if (Object.keys(changes).length === 0) return { ok: true, revision };
    const version = snapshot ? unchanged(snapshot) : { exists: false };
    const updatedBy = call.actor.kind === 'person' ? call.actor.name : call.actor.kind;
    const stored = { ...(template ?? {}), revision: revision + 1, updatedAt: call.now, updatedBy };
    const write: Write = { kind: 'set', path, data: stored, if: version };
    await call.store.commit([
      write,
      ...auditWrites(environment, call, [otherEvent('settings.changed', { changes })]),
    ]);
    return { ok: true, revision: revision + 1 };
  });
}
