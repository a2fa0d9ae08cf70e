import { allCases, AREAS, type Case } from './rulesCases.ts';
import { limitCases } from './rulesLimits.ts';
import type { Mutant } from './rulesMutants.ts';

/** Where every kind of person is asked; elsewhere these few people are enough to see a rule move. */
const DECISIVE_AREAS = ['users', 'licenses', 'products'];
const DECISIVE_PEOPLE = ['an anonymous visitor', 'customer A', 'an admin limited to staging', 'an owner'];

/** The part of the matrix and the limits that is enough to tell wrong rules from right ones. */
export function decisiveCases(): Case[] {
  const cases = allCases().filter((one) => {
    if (DECISIVE_PEOPLE.includes(one.person.name)) return true;
    const reads = one.attempt.op === 'get' || one.attempt.op === 'list';
    const elsewhere = /development|sandbox|surprises/.test(one.attempt.path);
    const forCustomers = one.attempt.path.endsWith('/settings/portal');
    return reads && !elsewhere && (forCustomers || DECISIVE_AREAS.includes(one.area));
  });
  return [...limitCases(), ...cases];
}

/** The same cases, those about the mutant's own collection first: most mutants die within a few requests. */
export function nearestFirst(cases: readonly Case[], { line }: Mutant, source: string): Case[] {
  const before = source.split('\n').slice(0, line).join('\n');
  const collection = before.match(/(?<=match \/)\w+(?=\/\{\w+\} \{)/g)?.at(-1);
  const area = AREAS.find((name) => name === collection || name.endsWith(`/${collection}`));
  const near = (one: Case) => (area === undefined ? DECISIVE_AREAS.includes(one.area) : one.area === area);
  return [...cases.filter(near), ...cases.filter((one) => !near(one))];
}
