import { foldEmail } from '@latchkey/domain/customer/customer';
import { customer } from '@latchkey/domain/wire/console/fields';

export interface CustomerForm {
  email: string;
  name: string;
}

export interface NamedCustomer {
  readonly email: string;
  readonly name: string | null;
}

export type CheckedCustomer =
  | { readonly ok: true; readonly customer: NamedCustomer }
  | { readonly ok: false; readonly email: string | null; readonly name: string | null };

/** Checks a customer as the server will: the same schema, in words for the field. */
export function checkCustomer(form: Readonly<CustomerForm>): CheckedCustomer {
  const email = foldEmail(form.email);
  const name = form.name.trim();
  const parsed = customer.safeParse({ email, name: name === '' ? null : name });
  if (parsed.success) return { ok: true, customer: parsed.data };
  const wrong = (field: string): boolean => parsed.error.issues.some(({ path }) => path[0] === field);
  return {
    ok: false,
    email: wrong('email') ? emailError(email) : null,
    name: wrong('name') ? 'At most 255 characters, without control characters.' : null,
  };
}

function emailError(email: string): string {
  return email === '' ? 'Enter an e-mail address.' : 'That does not look like an e-mail address.';
}
