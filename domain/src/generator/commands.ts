import type { Generator } from './generator.ts';

/** Everything that can be done to a generator besides creating it and letting it make licenses. */
export const GENERATOR_COMMANDS = ['edit', 'activate', 'inactivate', 'delete'] as const;
export type GeneratorCommandName = (typeof GENERATOR_COMMANDS)[number];

/** What a form fills in; product and the type of the format are fixed once chosen. */
export type GeneratorFacts = Pick<
  Generator,
  'name' | 'description' | 'format' | 'activationLimit' | 'validity' | 'features' | 'metadata'
>;

export type GeneratorCommand =
  | { readonly type: 'edit'; readonly changes: Partial<GeneratorFacts>; readonly revision: number | null }
  | { readonly type: 'activate' | 'inactivate' | 'delete' };
