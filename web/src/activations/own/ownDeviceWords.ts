import type { Activation } from '@latchkey/domain/activation/activation';
import { devices } from '../../words/devices.en.ts';
import { wordsOf } from '../../words/words.ts';

/** Why a customer cannot deactivate a device here; null = they can. Only active ones may be. */
export function closedToOwner({ status }: Pick<Activation, 'status'>): string | null {
  return status === 'active' ? null : wordsOf(devices).closed[status];
}

/** What the confirmation says. */
export function deactivateWords({
  identifier,
  identifierType,
  productName,
}: Pick<Activation, 'identifier' | 'identifierType' | 'productName'>) {
  const t = wordsOf(devices);
  return {
    title: t.ask(identifierType),
    consequence: t.consequence(productName, identifier, identifierType),
    verb: t.verb(identifierType),
  };
}
