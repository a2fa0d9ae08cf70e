import { textTokens } from '../search/tokens.ts';
import type { Customer } from './customer.ts';

type Underived = Omit<Customer, 'nameUp' | 'nameDown' | 'search'>;

/** Sorts after every letter of every script. */
const AFTER_EVERY_NAME = '\u{10FFFD}';

/** The record with the fields that follow from name and e-mail brought up to date. */
export function withDerived(customer: Underived): Customer {
  const folded = customer.name === null ? null : foldName(customer.name);
  return {
    ...customer,
    nameUp: folded ?? AFTER_EVERY_NAME,
    nameDown: folded,
    search: textTokens([customer.email, customer.name ?? '']),
  };
}

/** A name in the form in which lists sort and find it: "Ångström" stands among the A's. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
