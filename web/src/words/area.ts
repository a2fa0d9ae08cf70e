/** The words of one part of the portal, in English; other languages come as a chunk of their own (catalog.ts). */
export interface Area<Name extends string, Words extends object> {
  readonly name: Name;
  readonly english: Words;
}

/**
 * Words are texts, and functions where something is filled in: `stopped: (device: string) => …`. Their types
 * are what every other language has to keep to.
 */
export function area<Name extends string, Words extends object>(
  name: Name,
  english: Words,
): Area<Name, Words> {
  return { name, english };
}
