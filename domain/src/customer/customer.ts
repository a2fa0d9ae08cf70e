import type { Environment } from '../environment.ts';

export interface Customer {
  readonly id: string;
  readonly environment: Environment;
  readonly email: string;
  readonly name: string | null;
  readonly createdAt: Date;
}

/** The form in which e-mail addresses are compared and from which the customer id is derived. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** "example.com" of "jo@example.com". */
export function emailDomain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
