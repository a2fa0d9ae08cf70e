import type { Environment } from '../environment.ts';
import type { VerdictCode } from './codes.ts';
import type { DiagnosisFacts } from './diagnosisFacts.ts';
import type { License } from './license.ts';
import type { Question } from './validation.ts';

export interface DiagnosisContext {
  readonly license: License;
  /** The one that was asked. */
  readonly environment: Environment;
  readonly question: Question;
  readonly facts: DiagnosisFacts;
}

/** What is the matter, then what each side can do about it. Neither key nor internal note is in them. */
export interface DiagnosisWords {
  readonly sentence: string;
  readonly console: string;
  readonly customer: string;
}

export function diagnosisWords(code: VerdictCode, context: DiagnosisContext): DiagnosisWords {
  const { license, environment, question, facts } = context;
  const device = question.identifierType === 'domain' ? 'domain' : 'device';
  switch (code) {
    case 'NOT_FOUND':
      return words(
        'No license of any environment has this key.',
        'Compare the key with the delivered one; its license may have been deleted.',
        'Check the key for typing mistakes.',
      );
    case 'ENVIRONMENT_MISMATCH':
      return words(
        `The license lives in ${license.environment} and the software asks in ${environment}.`,
        `Let the software ask in ${license.environment}, or issue a license in ${environment}.`,
        `This key works in the ${license.environment} environment only; ask the seller for another one.`,
      );
    case 'PRODUCT_MISMATCH':
      return words(
        `The license is for ${license.productName} and the software asks for another product.`,
        'Check the product id that the software sends, or issue a license of that product.',
        `Use this key with ${license.productName}.`,
      );
    case 'REVOKED':
      return words(
        'The license is revoked, and that is final.',
        'Issue a new license if the customer shall go on.',
        'Contact the seller: this license has been ended for good.',
      );
    case 'EXPIRED':
      return expired(license);
    case 'SUSPENDED':
      return words(
        'The license is suspended and its devices are blocked with it.',
        'Lift the suspension once its reason is settled.',
        'Contact the seller to have the suspension lifted.',
      );
    case 'INACTIVE':
      return words(
        'The license is inactive: somebody has paused it by hand.',
        'Reactivate it to let its devices run again.',
        'Contact the seller: they have paused this license.',
      );
    case 'NOT_ASSIGNED':
      return words(
        'The license has no customer yet.',
        // A fixed date that has passed stands in the way of an assignment.
        license.expiresAt === null ? 'Assign it to a customer.' : 'Check its date, then assign it.',
        'Ask the seller to assign this license to you.',
      );
    case 'PRODUCT_INACTIVE':
      return words(
        'The product is inactive: it takes no new devices, and those in use go on.',
        'Activate the product again if new devices shall be taken.',
        'Go on with the devices in use, or contact the seller.',
      );
    case 'FEATURE_MISSING':
      return words(
        'The license does not have every feature that the software asks for.',
        'Add the missing features to the license, or check the names that the software sends.',
        'Ask the seller for a license that includes this feature.',
      );
    case 'LIMIT_EXCEEDED':
      return full(`The license is in use on ${used(facts)} and takes no further one.`, device);
    case 'HARDWARE_MISMATCH':
    case 'DOMAIN_MISMATCH':
      return full(`The license does not know this ${device} and is in use on ${used(facts)}.`, device);
    case 'DEVICE_DEACTIVATED':
      return removed(device, facts);
    case 'NOT_ACTIVATED':
      return notActivated(device, question);
    case 'VALID':
      return valid(facts);
    case 'ALREADY_ACTIVATED':
      return fine(`This ${device} is activated already; asking again takes no second slot.`);
    case 'ACTIVATED':
      return fine(`This ${device} can be activated.`);
    case 'DEACTIVATED':
      return fine(`This ${device} can be deactivated, which frees its slot.`);
  }
}

function words(sentence: string, console: string, customer: string): DiagnosisWords {
  return { sentence, console, customer };
}

function fine(sentence: string): DiagnosisWords {
  return words(
    sentence,
    'Nothing stands in the way here; compare environment, product and identifier with what the software sends.',
    'Nothing stands in the way; try again, and contact the seller if it still fails.',
  );
}

function expired({ renewedToId, graceDays }: License): DiagnosisWords {
  const sentence =
    graceDays > 0
      ? 'The license has expired: its date and its grace are over.'
      : 'The license has expired: its date is over.';
  return renewedToId === null
    ? words(
        sentence,
        'Renew it: the customer gets a new license by the same rules.',
        'Ask the seller to renew it.',
      )
    : words(
        sentence,
        'It has been renewed: the new license has to be used in its place.',
        'It has been renewed: use the key of your new license.',
      );
}

function full(sentence: string, device: string): DiagnosisWords {
  return words(
    sentence,
    `Deactivate a ${device} that is no longer used, or raise the limit.`,
    `Deactivate a ${device} that you no longer use, then activate this one.`,
  );
}

function removed(device: string, { slotFree }: DiagnosisFacts): DiagnosisWords {
  const sentence = `This ${device} was removed from the license.`;
  if (!slotFree) return full(sentence, device);
  return words(
    sentence,
    'Have it activated again; a slot is free.',
    'Activate it again; an activation is free.',
  );
}

function notActivated(device: string, { identifier }: Question): DiagnosisWords {
  if (identifier !== null) {
    return words(
      `This ${device} is not activated for the license.`,
      `Have the software activate this ${device} first.`,
      `Activate the software on this ${device} first.`,
    );
  }
  return words(
    'The product requires an identifier and the software sends none.',
    'Let the software send its hardware ID or domain, or switch the requirement off in the product.',
    'Update the software; contact the seller if that does not help.',
  );
}

function valid({ inGrace }: DiagnosisFacts): DiagnosisWords {
  if (!inGrace) return fine('The license is valid.');
  return words(
    'The license is past its date and works on in its grace period.',
    'Renew it when it has expired, or move its date before the grace ends.',
    'Ask the seller to renew it before the grace period ends.',
  );
}

function used({ slotLimit }: DiagnosisFacts): string {
  return slotLimit === 1 ? 'its one device or domain' : `all ${slotLimit} devices or domains it allows`;
}
