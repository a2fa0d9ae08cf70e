import { Failure } from '../lib/failure.mjs';

/** What `npm test -- --only` chooses from, in the order in which they run. */
const parts = ['static', 'domain', 'web', 'rules', 'functions', 'browser'] as const;

export type Part = (typeof parts)[number];

/** All parts, or those of a list like "domain,web". */
export function chosenParts(only: string | undefined): readonly Part[] {
  if (only === undefined) return parts;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !parts.some((part) => part === name));
  if (unknown.length > 0)
    throw new Failure(`No such part: ${unknown.join(', ')}. There are ${parts.join(', ')}.`);
  return parts.filter((part) => names.includes(part));
}

/** Parts that vitest runs; its projects have the same names. */
export function vitestProjects(chosen: readonly Part[]): readonly Part[] {
  return chosen.filter((part) => part !== 'static' && part !== 'browser');
}

export function needsStack(chosen: readonly Part[]): boolean {
  return chosen.some((part) => part === 'rules' || part === 'functions' || part === 'browser');
}
