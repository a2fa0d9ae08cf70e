/** What a row of an import does, in check and in earnest; stable codes of its report. */
export const IMPORT_DEEDS = ['CREATE_LICENSE', 'ASSIGN_LICENSE', 'CREATE_CUSTOMER', 'ALREADY_SO'] as const;
export type ImportDeed = (typeof IMPORT_DEEDS)[number];

export type ImportMode = 'check' | 'apply';

export interface Deed {
  readonly deed: ImportDeed;
  /** A customer comes into being by it, too. */
  readonly newCustomer?: boolean;
  /** The product, where that is worth a word. */
  readonly product?: string;
}

/** The sentence of a report. Names no customer and no key, so that nothing in it has to be erased one day. */
export function deedSentence({ deed, newCustomer = false, product }: Deed, mode: ImportMode): string {
  const says = mode === 'check' ? WOULD : DID;
  const customer = newCustomer ? says.newCustomer : '';
  switch (deed) {
    case 'CREATE_LICENSE':
      return `${says.create} a license of ${product ?? 'the product'}${customer}.`;
    case 'ASSIGN_LICENSE':
      return `${says.assign} a license of ${product ?? 'the product'}${customer}.`;
    case 'CREATE_CUSTOMER':
      return `${says.create} the customer.`;
    case 'ALREADY_SO':
      return 'Nothing to do: it is so already.';
  }
}

const WOULD = { create: 'Creates', assign: 'Assigns', newCustomer: ', and its customer' } as const;
const DID = { create: 'Created', assign: 'Assigned', newCustomer: ', and its customer' } as const;
