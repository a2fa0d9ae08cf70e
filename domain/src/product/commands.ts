import type { FeatureDefinition } from './features.ts';
import type { Product } from './product.ts';

/** Everything that can be done to a product besides creating it. */
export const PRODUCT_COMMANDS = [
  'edit',
  'activate',
  'inactivate',
  'archive',
  'unarchive',
  'kill',
  'delete',
] as const;
export type ProductCommandName = (typeof PRODUCT_COMMANDS)[number];

/** What a form fills in; the id is chosen once, the state has commands of its own. */
export type ProductFacts = Pick<
  Product,
  | 'name'
  | 'description'
  | 'identifierType'
  | 'requireIdentifier'
  | 'offlineAllowed'
  | 'downloadsAllowed'
  | 'emailOnAssign'
> & { readonly features: readonly FeatureDefinition[] };

export type ProductCommand =
  | { readonly type: 'edit'; readonly changes: Partial<ProductFacts>; readonly revision: number | null }
  | { readonly type: 'activate' | 'inactivate' | 'archive' | 'unarchive' }
  /** `reason` is shown to the customers whose licenses are revoked. */
  | { readonly type: 'kill'; readonly confirmation: string; readonly reason: string }
  | { readonly type: 'delete'; readonly confirmation: string };
