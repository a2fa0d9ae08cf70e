import type { Activation } from '@latchkey/domain/activation/activation';

/** Why a customer cannot deactivate a device here; null = they can. Only active ones may be. */
export function closedToOwner({ status }: Pick<Activation, 'status'>): string | null {
  switch (status) {
    case 'active':
      return null;
    case 'suspended':
      return 'Stopped together with its license';
    case 'deactivated':
      return 'Deactivated already; activate it again in the software';
  }
}

/** What the confirmation says. */
export function deactivateWords(device: Pick<Activation, 'identifier' | 'identifierType' | 'productName'>) {
  const noun = device.identifierType === 'domain' ? 'domain' : 'device';
  return {
    title: `Deactivate this ${noun}?`,
    consequence: `${device.productName} stops working on ${device.identifier} at its next check. The place becomes free at once, so that you can use it elsewhere. To use this ${noun} again, activate it in the software.`,
    verb: `Deactivate ${noun}`,
  };
}
