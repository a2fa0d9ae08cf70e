import type { ProductFacts } from '@latchkey/domain/product/commands';
import { isProductId } from '@latchkey/domain/product/product';
import type { Product } from '@latchkey/domain/product/product';
import { productFacts } from '@latchkey/domain/wire/console/productFields';
import { checkRows, rowOf, type FeatureRow } from './featureRows.ts';

/** The form of a product, as typed. */
export interface ProductForm extends Omit<ProductFacts, 'features'> {
  id: string;
  name: string;
  description: string;
  identifierType: ProductFacts['identifierType'];
  requireIdentifier: boolean;
  offlineAllowed: boolean;
  downloadsAllowed: boolean;
  emailOnAssign: boolean;
  rows: FeatureRow[];
}

export function emptyProductForm(): ProductForm {
  return {
    id: '',
    name: '',
    description: '',
    identifierType: 'hardware',
    requireIdentifier: false,
    offlineAllowed: true,
    downloadsAllowed: true,
    emailOnAssign: false,
    rows: [],
  };
}

export function productFormOf(product: Product): ProductForm {
  const { id, name, description, identifierType, requireIdentifier } = product;
  const { offlineAllowed, downloadsAllowed, emailOnAssign, features } = product;
  const switches = { requireIdentifier, offlineAllowed, downloadsAllowed, emailOnAssign };
  return { id, name, description, identifierType, ...switches, rows: features.map(rowOf) };
}

export interface ProductErrors {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly rows?: Readonly<Record<number, string>>;
}
export type CheckedProduct =
  | { readonly ok: true; readonly facts: ProductFacts }
  | { readonly ok: false; readonly errors: ProductErrors };

/** Checks the form by the schema and the rules that the server uses; every wrong field has its sentence. */
export function checkProductForm(form: Readonly<ProductForm>): CheckedProduct {
  const rows = checkRows(form.rows);
  const { id, rows: _rows, ...rest } = form;
  const parsed = productFacts.safeParse({ ...rest, features: rows.ok ? rows.features : [] });
  const errors: ProductErrors = {
    ...(!isProductId(id) && {
      id: 'Use a–z, 0–9 and single dashes, up to 64, with a letter or digit at both ends.',
    }),
    ...(form.name.trim() === '' && { name: 'Give the product a name.' }),
    ...(form.name.trim().length > 100 && { name: 'The name has at most 100 characters.' }),
    ...(form.description.trim().length > 1000 && {
      description: 'The description has at most 1000 characters.',
    }),
    ...(!rows.ok && { rows: rows.errors }),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  if (parsed.success) return { ok: true, facts: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path[0] === 'description' ? 'description' : 'name';
  return { ok: false, errors: { [field]: `This ${issue?.message ?? 'is not accepted'}.` } };
}
