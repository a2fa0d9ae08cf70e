import type { Case } from './rulesCases.ts';
import { person } from './rulesPeople.ts';
import { collectionsFor, isTenanted, TENANTS } from './rulesRecords.ts';

/** Longest list a customer and a console person may ask for. */
export const CUSTOMER_LIMIT = 100;
export const CONSOLE_LIMIT = 500;

/** Lists at, above and without the limit, for a customer's own records and for all the console's collections. */
export function limitCases(): Case[] {
  return [
    ...collectionsFor('customers').flatMap((area) => at('customer A', area, CUSTOMER_LIMIT)),
    ...collectionsFor('customers', 'console').flatMap((area) => at('a viewer', area, CONSOLE_LIMIT)),
    ...at('an owner', 'users', CONSOLE_LIMIT),
    // Whoever is both has the console's limit, not the customer's.
    ...collectionsFor('customers').flatMap((area) =>
      at('an admin who is customer A too', area, CONSOLE_LIMIT),
    ),
  ];
}

function at(name: string, area: string, limit: number): Case[] {
  const path = area === 'users' ? area : `environments/production/${area.replace('/', '/of-a/')}`;
  const own = isTenanted(area) ? { where: { customerId: TENANTS[0]?.customerId ?? null } } : {};
  return [1, limit, limit + 1, null].map((asked) => ({
    person: person(name),
    area,
    attempt: { op: 'list', path, limit: asked, ...own },
    allowed: asked !== null && asked <= limit,
  }));
}
