import type { Environment } from '../environment.ts';
import type { VerdictCode } from './codes.ts';
import type { CustomerStep, Told } from './customerSteps.ts';
import type { DiagnosisFacts } from './diagnosisFacts.ts';
import type { FindingName } from './findings.ts';
import type { License } from './license.ts';
import { tellingFacts } from './tellingFacts.ts';
import type { Question } from './validation.ts';

export interface DiagnosisContext {
  readonly license: License;
  /** The one that was asked. */
  readonly environment: Environment;
  readonly question: Question;
  readonly facts: DiagnosisFacts;
}

/** What is the matter and what each side can do about it; all but the console's part by name. */
export interface DiagnosisCase {
  readonly told: Told;
  /** For a person of the console. */
  readonly console: string;
}

interface Found {
  readonly finding: FindingName;
  readonly console: string;
  readonly step: CustomerStep;
}

export function diagnosisCase(code: VerdictCode, context: DiagnosisContext): DiagnosisCase {
  const { license, environment, question } = context;
  const { finding, step, console } = found(code, context);
  const facts = tellingFacts(license, { code, environment, identifierType: question.identifierType });
  return { told: { finding, step, facts }, console };
}

function found(code: VerdictCode, { license, environment, question, facts }: DiagnosisContext): Found {
  const device = question.identifierType === 'domain' ? 'domain' : 'device';
  switch (code) {
    case 'NOT_FOUND':
      return words(
        'NOT_FOUND',
        'Compare the key with the delivered one; its license may have been deleted.',
        'CHECK_KEY',
      );
    case 'ENVIRONMENT_MISMATCH':
      return words(
        'ENVIRONMENT_MISMATCH',
        `Let the software ask in ${license.environment}, or issue a license in ${environment}.`,
        'ASK_FOR_ANOTHER',
      );
    case 'PRODUCT_MISMATCH':
      return words(
        'PRODUCT_MISMATCH',
        'Check the product id that the software sends, or issue a license of that product.',
        'USE_WITH_PRODUCT',
      );
    case 'REVOKED':
      return words('REVOKED', 'Issue a new license if the customer shall go on.', 'ENDED');
    case 'EXPIRED':
      return expired(license);
    case 'SUSPENDED':
      return words('SUSPENDED', 'Lift the suspension once its reason is settled.', 'LIFT');
    case 'INACTIVE':
      return words('INACTIVE', 'Reactivate it to let its devices run again.', 'PAUSED');
    case 'NOT_ASSIGNED':
      return words(
        'NOT_ASSIGNED',
        // A fixed date that has passed stands in the way of an assignment.
        license.expiresAt === null ? 'Assign it to a customer.' : 'Check its date, then assign it.',
        'ASSIGN',
      );
    case 'PRODUCT_INACTIVE':
      return words('PRODUCT_INACTIVE', 'Activate the product again if new devices shall be taken.', 'GO_ON');
    case 'FEATURE_MISSING':
      return words(
        'FEATURE_MISSING',
        'Add the missing features to the license, or check the names that the software sends.',
        'FEATURE',
      );
    case 'LIMIT_EXCEEDED':
      return full('LIMIT_EXCEEDED', device);
    case 'HARDWARE_MISMATCH':
    case 'DOMAIN_MISMATCH':
      return full('UNKNOWN_DEVICE', device);
    case 'DEVICE_DEACTIVATED':
      return removed(device, facts);
    case 'NOT_ACTIVATED':
      return notActivated(device, question);
    case 'VALID':
      return valid(facts);
    case 'ALREADY_ACTIVATED':
    case 'ACTIVATED':
    case 'DEACTIVATED':
      return fine(code);
  }
}

function words(finding: FindingName, console: string, step: CustomerStep): Found {
  return { finding, console, step };
}

function fine(finding: FindingName): Found {
  return words(
    finding,
    'Nothing stands in the way here; compare environment, product and identifier with what the software sends.',
    'NOTHING',
  );
}

function expired({ renewedToId, graceDays }: License): Found {
  const finding = graceDays > 0 ? 'EXPIRED_WITH_GRACE' : 'EXPIRED';
  return renewedToId === null
    ? words(finding, 'Renew it: the customer gets a new license by the same rules.', 'RENEW')
    : words(finding, 'It has been renewed: the new license has to be used in its place.', 'RENEWED');
}

function full(finding: FindingName, device: string): Found {
  return words(finding, `Deactivate a ${device} that is no longer used, or raise the limit.`, 'FREE_A_SLOT');
}

function removed(device: string, { slotFree }: DiagnosisFacts): Found {
  if (!slotFree) return full('DEVICE_DEACTIVATED', device);
  return words('DEVICE_DEACTIVATED', 'Have it activated again; a slot is free.', 'ACTIVATE_AGAIN');
}

function notActivated(device: string, { identifier }: Question): Found {
  if (identifier !== null) {
    return words('NOT_ACTIVATED', `Have the software activate this ${device} first.`, 'ACTIVATE_FIRST');
  }
  return words(
    'IDENTIFIER_NEEDED',
    'Let the software send its hardware ID or domain, or switch the requirement off in the product.',
    'UPDATE',
  );
}

function valid({ inGrace }: DiagnosisFacts): Found {
  if (!inGrace) return fine('VALID');
  return words(
    'IN_GRACE',
    'Renew it when it has expired, or move its date before the grace ends.',
    'RENEW_IN_GRACE',
  );
}
