import type { Permission } from '@latchkey/domain/access/roles';
import type { Environment } from '@latchkey/domain/environment';
import type { Ids } from './tenants.ts';

/** What is asked at one callable, with the ids of production's records, all of Customer A. */
export interface CallableCase {
  readonly asks: (ids: Ids, environment: Environment) => object;
  /**
   * Whom it is for: people of the console with this permission, anybody signed in about themselves, customers
   * about themselves, or anybody at all.
   */
  readonly needs: Permission | 'a person' | 'a customer' | 'nobody';
  /** Where the role decides about the record rather than about the door: the code of its refusal. */
  readonly refusesRoleWith?: 'FORBIDDEN';
  /** A customer of the portal may ask as well, about what is theirs. */
  readonly alsoCustomers?: true;
  /**
   * In an environment that has no such record: `unknown` = it is refused as one that does not exist;
   * `nothing` = the answer counts and shows nothing; `own` = it names no record of anybody.
   */
  readonly elsewhere: 'unknown' | 'nothing' | 'own';
  /** Audit events of the accepted call; null = what it needs is not here (see its own tests). */
  readonly events: number | null;
}

export const one = (
  needs: CallableCase['needs'],
  elsewhere: CallableCase['elsewhere'],
  events: number | null,
  asks: CallableCase['asks'],
  more: Pick<CallableCase, 'alsoCustomers' | 'refusesRoleWith'> = {},
): CallableCase => ({ needs, elsewhere, events, asks, ...more });

/** A command that edits these fields, whatever revision they were of. */
export const edit = (changes: object) => ({ type: 'edit', revision: null, changes });
