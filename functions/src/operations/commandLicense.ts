import { sameJson } from '@latchkey/domain/json';
import type { Environment } from '@latchkey/domain/environment';
import type { LicenseCommand } from '@latchkey/domain/license/commands';
import type { Accepted } from '@latchkey/domain/license/decision';
import type { CustomerRef, License } from '@latchkey/domain/license/license';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { auditPath, licenseKeyPath, licensePath, licensePrivatePath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import type { Write } from '../firestore/store.ts';
import { auditWrites, updateLicense } from '../firestore/writes.ts';
import type { Call } from './context.ts';
import type { NamedCustomer } from './customers.ts';
import { customerPathsFor, resolveCustomer } from './customers.ts';
import { deviceWrites } from './deviceWrites.ts';
import { changeMailWrites } from './mail/orderMail.ts';
import type { StandingRead } from './standing.ts';
import { readStanding } from './standing.ts';

/** A command as it arrives: customers are named by e-mail and may be new. */
export type AskedCommand =
  | Exclude<LicenseCommand, { type: 'assign' | 'transfer' | 'edit' }>
  | { readonly type: 'assign' | 'transfer'; readonly customer: NamedCustomer }
  | (Omit<EditCommand, 'customer'> & { readonly customer?: NamedCustomer });

type EditCommand = Extract<LicenseCommand, { type: 'edit' }>;

/** For whoever may have to give the same command twice: it is carried out once. */
export interface Once {
  /** Id of the command's audit event; where that event is there, the command has been carried out. */
  readonly eventId: string;
  /** Looks at the license as it was read, before it is decided on; a refusal leaves it alone. */
  readonly look: (license: License) => Refusal | null;
}

/**
 * What shares the command's commit, made anew whenever it has to be tried again; a refusal leaves everything
 * as it is.
 * @param license as it was read, before the command
 */
export type Beside = (
  license: License,
) => Promise<{ readonly ok: true; readonly writes: readonly Write[] } | Refusal>;

/**
 * Carries out a command of the state machine: license, devices, private part and audit events in
 * one commit. The console, bulk jobs, abuse rules and the management API are doors to this.
 */
export async function commandLicense(
  call: Call,
  environment: Environment,
  licenseId: string,
  asked: AskedCommand,
  once?: Once,
  beside?: Beside,
): Promise<{ ok: true } | Refusal> {
  return withRetry(licenseId, async () => {
    const named = 'customer' in asked ? (asked.customer ?? null) : null;
    const customerPaths = named ? customerPathsFor(call, environment, named) : [];
    const eventPaths = once ? [auditPath(environment, once.eventId)] : [];
    const read = await readStanding(call.store, environment, licenseId, [...customerPaths, ...eventPaths]);
    if (!read) return unlessDone(call, eventPaths);
    if (once && read.others.at(-1)?.data !== undefined) return { ok: true };
    const stopped = once?.look(read.license.record);
    if (stopped) return stopped;
    const customer = named && resolveCustomer(call, environment, named, read.others);
    const command = withCustomer(asked, customer?.ref);
    const decision = decideCommand(read.standing, command, call.actor, call.now);
    if (!decision.ok) return decision;
    const along = (await beside?.(read.license.record)) ?? { ok: true, writes: [] };
    if (!along.ok) return along;
    await call.store.commit([
      ...licenseWrites(read, decision),
      ...(await deviceWrites(call, read.standing.license, decision.license, decision.devices)),
      ...(customer?.writes ?? []),
      ...auditWrites(environment, call, decision.audit, once?.eventId),
      ...(await changeMailWrites(call, environment, decision.license, decision.audit)),
      ...along.writes,
    ]);
    return { ok: true };
  });
}

/** No such license; it may be gone because the command deleted it the first time. */
async function unlessDone(call: Call, eventPaths: readonly string[]): Promise<{ ok: true } | Refusal> {
  const [event] = await call.store.getAll<object>(eventPaths);
  if (event?.data !== undefined) return { ok: true };
  return refuse('NOT_FOUND', 'There is no such license in this environment.');
}

/** The command with the customer whom its e-mail address names. */
function withCustomer(asked: AskedCommand, customer: CustomerRef | undefined): LicenseCommand {
  switch (asked.type) {
    case 'assign':
    case 'transfer':
      if (!customer) throw new Error('A command that names a customer came without one');
      return { type: asked.type, customer };
    case 'edit': {
      const { customer: _named, ...edit } = asked;
      return { ...edit, ...(customer && { customer }) };
    }
    case 'inactivate':
    case 'reactivate':
    case 'suspend':
    case 'unsuspend':
    case 'expire':
    case 'revoke':
    case 'delete':
      return asked;
  }
}

function licenseWrites({ license, standing }: StandingRead, decision: Accepted): Write[] {
  const { environment, id, keyHash } = license.record;
  const hiddenPath = licensePrivatePath(environment, id);
  if (decision.license === null) {
    return [
      { kind: 'delete', path: licensePath(environment, id), if: license.version },
      { kind: 'delete', path: licenseKeyPath(environment, keyHash) },
      { kind: 'delete', path: hiddenPath },
    ];
  }
  const update = updateLicense(license, decision.license);
  if (sameJson(decision.private, standing.private)) return [update];
  return [update, { kind: 'set', path: hiddenPath, data: decision.private }];
}
