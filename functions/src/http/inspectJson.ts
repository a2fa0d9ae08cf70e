import type { FieldError } from './refusal.ts';

const MAX_DEPTH = 8;
/** Own members by these names come out of JSON.parse and poison prototypes when they are copied. */
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no schema should have to say for each field: nesting of at most 8, no member that poisons
 * prototypes, no lone surrogates (they have no UTF-8 and Firestore refuses them).
 * @returns one entry for each fault, none for a body that may go on to its schema
 */
export function inspectJson(value: unknown): FieldError[] {
  const errors: FieldError[] = [];
  walk(value, [], errors);
  return errors;
}

function walk(value: unknown, path: readonly string[], errors: FieldError[]): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) errors.push(fault(path, 'is not well-formed Unicode'));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= MAX_DEPTH) {
    errors.push(fault(path.slice(0, 1), `is nested more than ${MAX_DEPTH} deep`));
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (FORBIDDEN_NAMES.has(name)) errors.push(fault([...path, name], 'is not allowed'));
    else if (!name.isWellFormed()) errors.push(fault(path, 'has a name that is not well-formed Unicode'));
    else walk(member, [...path, name], errors);
    if (errors.length >= MAX_ERRORS) return;
  }
}

export const MAX_ERRORS = 20;

function fault(path: readonly string[], message: string): FieldError {
  return { path: path.join('.'), message };
}
