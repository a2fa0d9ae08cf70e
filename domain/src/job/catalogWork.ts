/** Available licenses by the thousand from one generator. */
export interface GenerateLicensesWork {
  readonly kind: 'generate-licenses';
  readonly productId: string;
  readonly productName: string;
  readonly generatorId: string;
  readonly generatorName: string;
  readonly quantity: number;
}

/** Ends a product: every license with a customer is revoked, every available one deleted. */
export interface KillSwitchWork {
  readonly kind: 'kill-switch';
  readonly productId: string;
  readonly productName: string;
  /** Shown to the customers whose licenses are revoked. */
  readonly reason: string;
}

/** Brings what licenses and devices copy of their product (name, state, switches) up to date. */
export interface ProductCopiesWork {
  readonly kind: 'product-copies';
  readonly productId: string;
  readonly productName: string;
}

export type CatalogWork = GenerateLicensesWork | KillSwitchWork | ProductCopiesWork;
