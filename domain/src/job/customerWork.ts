/**
 * Brings what licenses and devices copy of their customer up to date: the name, or that there is no customer any
 * more. The record names the customer by id alone, so that nothing of them is left in it.
 */
export interface CustomerCopiesWork {
  readonly kind: 'customer-copies';
  readonly customerId: string;
  /** When the customer was deleted: what came to them later is another's. null = they were renamed. */
  readonly deletedAt: Date | null;
}
