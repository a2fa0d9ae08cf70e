import type { Actor } from '../access/actor.ts';
import { licenseEvent } from '../audit/draft.ts';
import type { AuditDraft } from '../audit/event.ts';
import type { IssueFacts, NewKey } from './issue.ts';
import { issueLicense } from './issue.ts';
import type { Standing } from './decision.ts';
import type { License, LicensePrivate } from './license.ts';
import { withDerived } from './record.ts';
import type { Refusal } from './refusals.ts';
import { refuse } from './refusals.ts';
import { refusalOf } from './transitions.ts';

export interface Renewal {
  readonly ok: true;
  readonly old: License;
  readonly renewed: License;
  readonly private: LicensePrivate;
  readonly audit: readonly AuditDraft[];
}

/**
 * Renews an expired license: the old one stays expired; a new assigned license for the same
 * customer, product and rules, linked both ways (decisions.md, renew).
 */
export function renewLicense(
  standing: Standing,
  facts: IssueFacts,
  made: NewKey,
  expiresAt: Date | null | undefined,
  actor: Actor,
  now: Date,
): Renewal | Refusal {
  const { license } = standing;
  const refusal = refusalOf(license, 'renew', actor, now);
  if (refusal) return refusal;
  // Renewing something that ended into something that never does must be meant.
  if (expiresAt === undefined && facts.generator?.validity === null) {
    return refuse(
      'RENEWAL_DATE_NEEDED',
      'Choose until when the new license is good; its generator sets no time.',
    );
  }
  const { customerId, customerEmail, customerName } = license;
  if (customerId === null) return refuse('NOT_FOUND', 'The license has no customer.');
  if (customerEmail === null) {
    return refuse(
      'CUSTOMER_DELETED',
      'Its customer was deleted. Issue a new license to somebody else instead.',
    );
  }
  const order = {
    environment: license.environment,
    customer: { id: customerId, email: customerEmail, name: customerName },
    activationLimit: license.activationLimit,
    ...(expiresAt !== undefined && { expiresAt }),
    features: license.features,
    metadata: standing.private.metadata,
    renewedFromId: license.id,
  };
  const issued = issueLicense(order, facts, made, now);
  if (!issued.ok) return issued;
  const { graceDays, graceInherited } = license;
  const renewed = withDerived({ ...issued.license, graceDays, graceInherited });
  const wasDue = license.status !== 'expired';
  const old = withDerived({
    ...license,
    status: 'expired',
    statusChangedAt: wasDue ? now : license.statusChangedAt,
    renewedToId: renewed.id,
    updatedAt: now,
    revision: license.revision + 1,
  });
  const audit = [
    ...(wasDue ? [licenseEvent('license.expired', license, { from: license.status, to: 'expired' })] : []),
    licenseEvent('license.renewed', old, { changes: { renewedToId: { before: null, after: renewed.id } } }),
    ...issued.audit,
  ];
  return { ok: true, old, renewed, private: issued.private, audit };
}
