import { isJsonObject } from '../json.ts';
import { isMultilineText, isPlainText } from './text.ts';

/** Levels of objects and arrays, the outermost included. */
const MAX_DEPTH = 8;

/** Names that Firestore keeps for itself or that would reach an object's prototype. */
const RESERVED = /^(__.*__|constructor|prototype)$/s;

/** A JSON object of features or metadata that can be stored exactly as it was sent. */
export function isStorableObject(value: unknown): boolean {
  return isJsonObject(value) && isStorable(value, 1);
}

function isStorable(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      return isMultilineText(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth > MAX_DEPTH) return false;
      if (Array.isArray(value)) {
        return value.every((element) => !Array.isArray(element) && isStorable(element, depth + 1));
      }
      return isPlainObject(value) && areStorableMembers(value, depth);
    case 'undefined':
    case 'function':
    case 'symbol':
    case 'bigint':
      return false;
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function areStorableMembers(value: object, depth: number): boolean {
  return Object.entries(value).every(
    ([name, member]) =>
      name !== '' && !RESERVED.test(name) && isPlainText(name) && isStorable(member, depth + 1),
  );
}
