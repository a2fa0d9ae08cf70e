import type { Actor } from '../access/actor.ts';
import type { Activation } from '../activation/activation.ts';
import { licenseEvent } from '../audit/draft.ts';
import type { AuditDraft } from '../audit/event.ts';
import type { RefusingCode } from './codes.ts';
import { isOk } from './codes.ts';
import type { License } from './license.ts';
import type { Refusal } from './refusals.ts';
import { refuse } from './refusals.ts';
import type { Question } from './validation.ts';
import { decideCheck } from './validation.ts';
import { verdictReason } from './verdictReason.ts';

/** The license, and what was found of the device that the file shall be bound to. */
export interface OfflineAsked {
  readonly license: License;
  readonly device: Activation | null | 'not asked';
  /** Whether customers fetch such files themselves (settings, portal). */
  readonly offered: boolean;
}

/** What the file will speak of, with the event that tells of its issue. */
export interface OfflineGrant {
  readonly ok: true;
  readonly license: License;
  readonly device: Activation | null;
  readonly audit: readonly AuditDraft[];
}

/** Besides the refusals of people: the verdict that a validate would get now, in its own words. */
export type OfflineRefusal =
  Refusal | { readonly ok: false; readonly code: RefusingCode; readonly reason: string };

/**
 * Whether an offline file may be issued: only while validate would say VALID (contract.md, Offline
 * file). A customer gets one of their own license, where the product allows it; another's license or
 * device does not exist for them. That a person of the console may look at all, the door has checked.
 */
export function decideOffline(
  { license, device, offered }: OfflineAsked,
  actor: Actor,
  now: Date,
): OfflineGrant | OfflineRefusal {
  if (!isTheirs(actor, license)) return noSuchLicense();
  if (device === null || (device !== 'not asked' && !isOf(license, device, actor))) {
    return refuse('NOT_FOUND', 'There is no such device.');
  }
  if (actor.kind === 'customer' && !license.offlineAllowed) {
    return refuse('OFFLINE_NOT_ALLOWED', 'Offline files are not offered for this product.');
  }
  if (actor.kind === 'customer' && !offered) {
    return refuse('SELF_SERVICE_OFF', 'Offline files are not handed out here. Ask the seller for one.');
  }
  const bound = device === 'not asked' ? null : device;
  const question = questionAbout(bound);
  const code = decideCheck(question, { where: 'here', license, device: bound }, now);
  if (!isOk(code)) {
    return { ok: false, code, reason: verdictReason(code, question, license.environment, license, now) };
  }
  const audit = [licenseEvent('license.offline-file', license, { activationId: bound?.id ?? null })];
  return { ok: true, license, device: bound, audit };
}

export function noSuchLicense(): Refusal {
  return refuse('NOT_FOUND', 'There is no such license in this environment.');
}

function isTheirs(actor: Actor, record: { readonly customerId: string | null }): boolean {
  return actor.kind !== 'customer' || record.customerId === actor.customerId;
}

function isOf(license: License, device: Activation, actor: Actor): boolean {
  return device.licenseId === license.id && isTheirs(actor, device);
}

/** "May I run?" as that device would ask, or as software that names none. */
function questionAbout(device: Activation | null): Question {
  return {
    action: 'validate',
    product: null,
    identifierType: device?.identifierType ?? 'hardware',
    identifier: device && { type: device.identifierType, value: device.identifier },
    features: [],
  };
}
